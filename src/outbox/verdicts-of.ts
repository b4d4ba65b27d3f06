import type { CorrectionCheck } from '../../db/queries/corrections/put-checks.ts';
import type { RowRefusal } from '../../db/queries/corrections/read-refusals.ts';
import type { Correction } from '../domain/networks/correction.ts';
import type { SeenCorrection } from './correction-looker.ts';

type Verdict = Pick<CorrectionCheck, 'state' | 'sentence'>;

const UNSEEN: Verdict = { state: 'unseen', sentence: 'The network lets nobody look.' };
const UNTOUCHED: Verdict = {
  state: 'not_yet',
  sentence: 'The network still shows what it showed before.',
};

/**
 * What a second look says of each row, in order: what the network shows counts, what it said explains it.
 *
 * A job that refuses rows without naming them has refused those that are unchanged, when there are no more of them
 * than it counts.
 *
 * @param refusals - what the network said of each row; undefined where it was not sent.
 */
export function verdictsOf(
  rows: readonly Correction[],
  seen: readonly (SeenCorrection | undefined)[],
  refusals: readonly (RowRefusal | undefined)[],
): Verdict[] {
  const first = rows.map((row, index) => verdictOf(row, seen[index], refusals[index]?.reason ?? null));
  const isUnchanged = ({ state }: Verdict): boolean => state === 'not_yet' || state === 'missing';
  const unchanged = Map.groupBy(
    refusals.filter((_, index) => first[index] !== undefined && isUnchanged(first[index])),
    (refusal) => refusal?.job ?? null,
  );
  return first.map((verdict, index) => {
    const { job = null, unnamed = 0 } = refusals[index] ?? {};
    const count = unchanged.get(job)?.length ?? 0;
    if (job === null || !isUnchanged(verdict) || count > unnamed) return verdict;
    return {
      state: 'refused',
      sentence: 'Refused: the network’s job counts it among those it did not do, without a reason.',
    };
  });
}

function verdictOf(row: Correction, seen: SeenCorrection | undefined, reason: string | null): Verdict {
  if (!seen) return UNSEEN;
  const { state } = seen;
  const refused: Verdict | null =
    reason === null ? null : { state: 'refused', sentence: `Refused: ${reason}`.slice(0, 500) };
  switch (state) {
    case 'done':
      return { state, sentence: 'It stands as approved.' };
    case 'not_yet': {
      if (seen.commissionMicros === BigInt(row.before.commission)) return refused ?? UNTOUCHED;
      return { state: 'differs', sentence: 'The network shows neither the old nor the new commission.' };
    }
    case 'missing':
      return refused ?? { state, sentence: 'The network shows no such transaction.' };
    case 'unseen':
      return refused ?? UNSEEN;
    default:
      return state satisfies never;
  }
}
