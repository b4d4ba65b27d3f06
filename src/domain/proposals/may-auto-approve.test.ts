import { describe, expect, it } from 'vitest';
import { NEVER_AUTOMATIC } from '../policies.ts';
import { mayAutoApprove } from './may-auto-approve.ts';

describe('mayAutoApprove', () => {
  it('needs the kind to be listed', () => {
    expect(mayAutoApprove('partner.warn', 1, { autoApprovedKinds: [] })).toBe(false);
    expect(mayAutoApprove('partner.warn', 1, { autoApprovedKinds: ['partner.warn'] })).toBe(true);
  });

  it('is never true where two people are needed', () => {
    expect(mayAutoApprove('partner.warn', 2, { autoApprovedKinds: ['partner.warn'] })).toBe(false);
  });

  it.each(NEVER_AUTOMATIC)('is never true for %s, even when it is listed', (kind) => {
    expect(mayAutoApprove(kind, 1, { autoApprovedKinds: [kind] })).toBe(false);
  });
});
