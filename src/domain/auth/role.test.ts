import { describe, expect, it } from 'vitest';
import { Role, roleReaches } from './role.ts';

describe('roleReaches', () => {
  it('lets each role do what the ones below it may, and nothing above', () => {
    const table = Role.options.map((held) => Role.options.map((needed) => roleReaches(held, needed)));
    expect(table).toEqual([
      [true, false, false],
      [true, true, false],
      [true, true, true],
    ]);
  });
});
