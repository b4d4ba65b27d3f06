import type { CasePartner } from '../../../db/queries/fraud/find-case-partner.ts';
import type { EarlyLock } from '../../../db/queries/reconciliation/read-early-locks.ts';
import type { ReturnKind } from '../../../src/domain/reconciliation/return-kinds.ts';
import type { ReturnedCommission } from '../../../src/domain/reconciliation/returned-commission.ts';

/** The conversions of one currency that one proposal would be about. */
export interface ReturnGroup {
  readonly kind: ReturnKind;
  readonly currency: string;
  readonly micros: bigint;
  /** The same if returns naming no order belong to the first purchase. */
  readonly fifoMicros: bigint;
  /** Largest first. */
  readonly rows: readonly ReturnedCommission[];
}

/** What came back of a partner's orders on one network. */
export interface ReturnCase {
  readonly partner: CasePartner;
  readonly network: string;
  /** What is worth a decision. */
  readonly groups: readonly ReturnGroup[];
  /** Came back before the lock and was paid out all the same: the network corrects it no more. */
  readonly paid: readonly ReturnedCommission[];
  readonly earlyLocks: readonly EarlyLock[];
}
