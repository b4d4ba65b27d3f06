import { describe, expect, it } from 'vitest';
import { idInAddress } from './id-in-address.ts';

describe('idInAddress', () => {
  it.each(['p-17', 'a/b c', '100%', 'متجر', '%2F'])('reads %s as it was written into a link', (id) => {
    expect(idInAddress(`/partners/${encodeURIComponent(id)}`)).toBe(id);
  });

  it('takes a lone percent sign for itself', () => {
    expect(idInAddress('/partners/100%')).toBe('100%');
  });
});
