import type { CasePartner } from '../../../db/queries/fraud/find-case-partner.ts';
import type { CaseLine } from '../../../db/queries/fraud/list-case-lines.ts';
import type { FraudKind } from '../../../src/domain/fraud/fraud-kinds.ts';
import type { PartnerScore } from '../../../src/domain/fraud/fraud-scores.ts';

/** Conversions that one proposal can touch: money is never added across currencies, nor sent to two networks. */
export interface LineGroup {
  readonly network: string;
  readonly currency: string;
  readonly micros: bigint;
  readonly lines: readonly CaseLine[];
}

/** Everything about one partner that the evidence, the words and the proposals are made of. */
export interface FraudCase {
  /** ISO 8601 UTC. */
  readonly asOf: string;
  readonly partner: CasePartner;
  readonly score: PartnerScore;
  /** Partners in the stratum that the partner is compared with. */
  readonly stratumPartners: number;
  /** Windows behind "consistently". */
  readonly windowsLooked: number;
  /** Pending, approved and paid conversions with the sign that the families speak of, newest first. */
  readonly suspects: readonly CaseLine[];
  readonly hold: readonly LineGroup[];
  readonly clawback: readonly LineGroup[];
  /** The sub-ID that the suspect orders come from, when nearly all do and the rest is as usual; else null. */
  readonly subId: string | null;
  /** What the verdict asks for and there is something to do about. */
  readonly kinds: readonly FraudKind[];
}
