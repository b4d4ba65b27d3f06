import { Refusal } from '../errors.ts';
import type { Effect } from './effect.ts';
import { linesHash, type ProposalLine } from './lines.ts';

/** A line of a proposal beside what the feed says of it now. */
export interface CurrentLine extends ProposalLine {
  /** Conversions of this partner with that network and id; exactly 1 is right. */
  readonly found: number;
  /** What the line's amount would be if it were computed now; null when the kept reconciliation does not fit the feed. */
  readonly nowCommissionMicros: bigint | null;
  readonly nowCurrency: string | null;
  readonly nowStatus: string | null;
  /** Another proposal has already executed, or has approval, for the same conversion and kind. */
  readonly taken: boolean;
}

export type MoneyEffect = Extract<Effect, { lines: unknown }>;

/** Statuses in which a commission can still be held back, or has to be taken back. */
const FITTING: Readonly<Record<MoneyEffect['kind'], readonly string[]>> = {
  'commission.hold': ['pending'],
  'commission.clawback': ['approved', 'paid'],
  // What a network has paid out it corrects no more.
  'commission.correct': ['pending', 'approved', 'unknown'],
};
/** Our own lock has passed, whatever the network calls it; only what it took back itself is over. */
const FITTING_RETURNS: readonly string[] = ['pending', 'approved', 'paid', 'unknown'];

/** Whether the lines are parts of commissions that reconciliation found, rather than whole commissions of the feed. */
export const restsOnReturns = (effect: MoneyEffect): boolean =>
  effect.kind === 'commission.correct' ||
  (effect.kind === 'commission.clawback' && effect.basis === 'returns');

/** Whether the stored lines are exactly those that the effect's count, sum and hash bind. */
export function linesAreBound(effect: MoneyEffect, lines: readonly ProposalLine[]): boolean {
  const { money } = effect;
  const sum = lines.reduce((total, line) => total + line.commissionMicros, 0n);
  return (
    lines.length === effect.lines.count &&
    sum === BigInt(money.micros) &&
    lines.every((line) => line.currency === money.currency && line.network === effect.network) &&
    linesHash(lines) === effect.lines.sha256
  );
}

/**
 * The figures once more, from the ledger's own rows: NUM is never taken on trust.
 *
 * @throws {Refusal} `proposal_stale` when a conversion is gone, changed its commission or its status, or is
 *   already held or clawed back; the facts say how many and name one.
 */
export function assertLinesCurrent(effect: MoneyEffect, lines: readonly CurrentLine[]): void {
  const stale = lines.filter((line) => reason(effect, line) !== '');
  const first = stale[0];
  if (first === undefined) return;
  throw new Refusal(
    'proposal_stale',
    `${stale.length} of ${lines.length} conversions are no longer as they were when this was proposed; it has to be computed again.`,
    {
      changed: stale.length,
      network: first.network,
      conversionId: first.conversionId,
      why: reason(effect, first),
    },
  );
}

/** Why a line no longer fits; empty when it does. */
function reason(effect: MoneyEffect, line: CurrentLine): string {
  const fitting =
    effect.kind === 'commission.clawback' && restsOnReturns(effect) ? FITTING_RETURNS : FITTING[effect.kind];
  if (line.found !== 1) return line.found === 0 ? 'gone from the feed' : 'more than once in the feed';
  if (line.nowCurrency !== line.currency || line.nowCommissionMicros !== line.commissionMicros) {
    return 'another commission';
  }
  if (line.nowStatus === null || !fitting.includes(line.nowStatus)) return `status ${line.nowStatus}`;
  return line.taken ? 'already decided in another proposal' : '';
}
