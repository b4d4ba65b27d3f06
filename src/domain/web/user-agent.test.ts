import { describe, expect, it } from 'vitest';
import { userAgentOf } from './user-agent.ts';

describe('userAgentOf', () => {
  it('says what we are and whom to write to', () => {
    expect(userAgentOf('0.1.0', 'https://shop.test/bot')).toBe(
      'Mozilla/5.0 (compatible; Marginkeeper/0.1.0; +https://shop.test/bot)',
    );
    expect(userAgentOf('0.1.0', null)).toBe('Mozilla/5.0 (compatible; Marginkeeper/0.1.0)');
  });

  it('stays one header, whatever the contact', () => {
    expect(userAgentOf('0.1.0', 'a@b.test)\r\nX-Evil: 1 ü')).toBe(
      'Mozilla/5.0 (compatible; Marginkeeper/0.1.0; +a@b.testX-Evil:1)',
    );
  });
});
