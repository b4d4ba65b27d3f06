import { isDeclined } from './choose-conversion.ts';
import { lockAt } from './lock-at.ts';
import { noteAmounts } from './note-amounts.ts';
import { compareRefunds, type PlacedReturn } from './place-returns.ts';
import type { ConversionFact, DenyingDecision, OrderLineFact, RefundFact } from './programme-facts.ts';
import type { LineReason, LineState } from './reconcile-result.ts';
import type { ReconciliationPolicy } from './reconciliation-policy.ts';

/** Taken before the lock, to be clawed back after it, or lost where the contract forbids that. */
type TakenKind = 'reversed' | 'clawback' | 'leaked';

/** What one credit note does to one line's commission. */
export interface ReckonedNote {
  readonly refund: RefundFact;
  readonly quantity: bigint;
  readonly kind: TakenKind;
  /** > 0. */
  readonly amountMicros: bigint;
}

export interface ReckonedLine {
  readonly line: OrderLineFact;
  readonly conversion: ConversionFact;
  readonly earnedMicros: bigint;
  readonly reversedMicros: bigint;
  readonly clawbackMicros: bigint;
  readonly leakedMicros: bigint;
  readonly lockAt: Date;
  readonly state: LineState;
  readonly reason: LineReason;
  readonly notes: readonly ReckonedNote[];
}

/**
 * Where one line's commission stands at `asOf`, given its share of it, the returns that are placed on it and the decision
 * that denies it, if one does: at the conversion, that takes what returns before it left over.
 */
export function reckonLine(
  line: OrderLineFact,
  conversion: ConversionFact,
  earnedMicros: bigint,
  returns: readonly PlacedReturn[],
  {
    asOf,
    policy,
    decision,
  }: {
    readonly asOf: Date;
    readonly policy: ReconciliationPolicy;
    readonly decision: DenyingDecision | null;
  },
): ReckonedLine {
  const locksAt = lockAt(line, policy);
  const isDenied = decision !== null && !isDeclined(conversion);
  const inTime = [...returns].sort((left, right) => compareRefunds(left.refund, right.refund));
  const forbidden =
    policy.clawbackForbiddenPartners.includes(conversion.partnerId) ||
    policy.clawbackForbiddenNetworks.includes(conversion.network);
  const amounts = noteAmounts(
    isDeclined(conversion) ? 0n : earnedMicros,
    line.quantity,
    inTime.map(({ quantity }) => quantity),
  );
  const kindAt = (moment: Date): TakenKind =>
    moment < locksAt ? 'reversed' : forbidden ? 'leaked' : 'clawback';
  const notes = inTime
    .map(({ refund, quantity }, index): ReckonedNote => {
      const isOver = isDenied && refund.refundedAt >= conversion.convertedAt;
      const amountMicros = isOver ? 0n : (amounts[index] ?? 0n);
      return { refund, quantity, kind: kindAt(refund.refundedAt), amountMicros };
    })
    .filter(({ amountMicros }) => amountMicros > 0n);
  const denied = {
    kind: kindAt(conversion.convertedAt),
    amountMicros: isDenied ? notes.reduce((left, note) => left - note.amountMicros, earnedMicros) : 0n,
  };
  const sum = (kind: TakenKind): bigint =>
    [...notes, denied]
      .filter((note) => note.kind === kind)
      .reduce((total, note) => total + note.amountMicros, 0n);

  const unitsInWindow = inTime
    .filter(({ refund }) => refund.refundedAt < locksAt)
    .reduce((total, { quantity }) => total + quantity, 0n);
  const clawbackMicros = sum('clawback');
  const leakedMicros = sum('leaked');
  const reversedMicros = isDeclined(conversion) ? earnedMicros : sum('reversed');
  const [state, reason] = ((): [LineState, LineReason] => {
    if (clawbackMicros > 0n)
      return ['clawed_back', denied.amountMicros > 0n ? 'commission_denied' : 'returned_after_lock'];
    if (leakedMicros > 0n) return ['leaked', 'contract_forbids_clawback'];
    if (isDeclined(conversion)) return ['reversed', 'declined_by_network'];
    if (isDenied && denied.kind === 'reversed') return ['reversed', 'commission_denied'];
    if (unitsInWindow > 0n && unitsInWindow === line.quantity) return ['reversed', 'returned_in_window'];
    if (conversion.status === 'paid')
      return ['paid', reversedMicros > 0n ? 'partly_returned_in_window' : 'paid_by_network'];
    if (reversedMicros > 0n) return [locksAt <= asOf ? 'locked' : 'pending', 'partly_returned_in_window'];
    return locksAt <= asOf ? ['locked', 'window_over'] : ['pending', 'window_open'];
  })();
  return {
    line,
    conversion,
    earnedMicros,
    reversedMicros,
    clawbackMicros,
    leakedMicros,
    lockAt: locksAt,
    state,
    reason,
    notes,
  };
}
