import { describe, expect, it } from 'vitest';
import type { Correction } from './correction.ts';
import { correctionKey } from './correction-key.ts';
import { testCorrection } from './testing/test-correction.ts';

describe('correctionKey', () => {
  const key = correctionKey(testCorrection());

  it('is the same for the same aim, whatever it was before and why', () => {
    const other = testCorrection({ reason: 'fraud', moneyEffect: '1', orderRef: null });
    expect(correctionKey(other)).toBe(key);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<Partial<Correction>>([
    { network: 'cj' },
    { transactionId: '2' },
    { currency: 'EUR' },
    { after: { status: 'approved', sale: '0', commission: '0' } },
    { after: { status: 'reversed', sale: '1', commission: '0' } },
    { after: { status: 'reversed', sale: '0', commission: '1' } },
  ])('is another for %j', (change) => {
    expect(correctionKey(testCorrection(change))).not.toBe(key);
  });
});
