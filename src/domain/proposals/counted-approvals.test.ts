import { describe, expect, it } from 'vitest';
import { countedApprovals } from './counted-approvals.ts';

const HASH = 'a'.repeat(64);
const past = (by: string, decision: string, shownHash = HASH) => ({ by, decision, shownHash });
const counted = (...decisions: ReturnType<typeof past>[]) => countedApprovals(decisions, HASH, 'fraud');

describe('countedApprovals', () => {
  it('counts each person once, however the name is written', () => {
    expect(counted(past('Anna', 'approve'), past('anna ', 'approve'), past('Ben', 'edit'))).toEqual([
      'Anna',
      'Ben',
    ]);
  });

  it('does not count the proposer, another text, or anything but approvals', () => {
    expect(
      counted(past('Fraud', 'approve'), past('Anna', 'approve', 'b'.repeat(64)), past('Ben', 'snooze')),
    ).toEqual([]);
  });

  it('counts nothing from before the last undo', () => {
    expect(counted(past('Anna', 'approve'), past('Ben', 'undo'), past('Cleo', 'approve'))).toEqual(['Cleo']);
  });
});
