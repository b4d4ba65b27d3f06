import { describe, expect, it } from 'vitest';
import { approvalsNeeded } from './approvals-needed.ts';

const policy = { twoPersonKinds: ['partner.offboard'], twoPersonAboveMicros: '5000000000' };
const needed = (kind: string, micros: string | null, currency = 'GBP', programme: string | null = 'GBP') =>
  approvalsNeeded(kind, micros === null ? null : { micros, currency }, policy, programme);

describe('approvalsNeeded', () => {
  it.each([
    ['partner.warn', null, 1],
    ['commission.hold', '5000000000', 1],
    ['commission.hold', '5000000001', 2],
    ['commission.hold', '-5000000001', 2],
    ['partner.offboard', null, 2],
    ['partner.offboard', '1', 2],
  ] as const)('%s with %s micros needs %i', (kind, micros, count) => {
    expect(needed(kind, micros)).toBe(count);
  });

  it('is two for a currency whose limit nobody knows', () => {
    expect(needed('commission.hold', '1', 'USD')).toBe(2);
    expect(needed('commission.hold', '1', 'GBP', null)).toBe(2);
  });
});
