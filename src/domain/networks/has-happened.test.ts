import { describe, expect, it } from 'vitest';
import { hasHappened } from './has-happened.ts';
import { testCorrection } from './testing/test-correction.ts';
import { testTransaction } from './testing/test-transaction.ts';

const amended = (status: 'pending' | 'approved') =>
  testCorrection({ after: { status, sale: '40000000', commission: '3200000' } });
const approved = testCorrection({ after: { status: 'approved', sale: '97260000', commission: '7781000' } });

describe('hasHappened', () => {
  it.each([
    ['a taken back sale is reversed', testCorrection(), { status: 'reversed' }, true],
    ['even if only for now', testCorrection(), { status: 'reversed-provisional' }, true],
    ['but not pending', testCorrection(), { status: 'pending' }, false],
    ['nor in a state nobody knows', testCorrection(), { status: 'unknown' }, false],
    ['an approved one is approved', approved, { status: 'approved' }, true],
    ['or paid already', approved, { status: 'paid' }, true],
    ['but not pending', approved, { status: 'pending' }, false],
    ['an amended one has the new sale', amended('pending'), { sale: 40_000_000n }, true],
    ['to the micro', amended('pending'), { sale: 40_000_001n }, false],
    ['in its currency', amended('pending'), { sale: 40_000_000n, currency: 'EUR' }, false],
    ['and is not reversed', amended('pending'), { sale: 40_000_000n, status: 'reversed' }, false],
    ['and is approved where that was the aim', amended('approved'), { sale: 40_000_000n }, false],
    ['and then counts', amended('approved'), { sale: 40_000_000n, status: 'approved' }, true],
  ] as const)('%s', (_, correction, found, happened) => {
    expect(hasHappened(correction, testTransaction(found))).toBe(happened);
  });
});
