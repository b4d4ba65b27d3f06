import type { Intent } from '../inbox/intent.ts';
import type { Evidence } from '../proposals/evidence.ts';

/** What an answer is about; `none` for mail that no figures of ours can answer. */
export type AnswerTopic =
  | 'payment'
  | 'tracking'
  | 'commission'
  | 'code'
  | 'creative'
  | 'sample'
  | 'application'
  | 'programme'
  | 'none';

const TOPICS: Partial<Record<Intent, AnswerTopic>> = {
  payment_question: 'payment',
  tracking_problem: 'tracking',
  commission_increase: 'commission',
  coupon_code_request: 'code',
  creative_asset_request: 'creative',
  sample_request: 'sample',
  application: 'application',
  general_question: 'programme',
};

export const topicOf = (intent: Intent): AnswerTopic => TOPICS[intent] ?? 'none';

/**
 * What a letter to this partner may say: figures and closed words made by our code about this partner alone, ready to
 * be placed. Null: unknown, or not asked for. Lists are joined by commas. Margins never stand in here.
 */
export interface AnswerWords {
  /** `active`, `pending`, `blocked`, `offboarded`; null when the sender is no partner of ours. */
  readonly partnerStatus: string | null;
  readonly network: string | null;
  /** The day that the figures are about, such as `2026-11-21`. */
  readonly asOfDay: string;
  readonly returnWindowDays: number;
  /** Commission by state over the last 365 days, such as `GBP 1,204.50`; several currencies joined by `and`. */
  readonly pendingMoney: string | null;
  readonly approvedMoney: string | null;
  readonly paidMoney: string | null;
  readonly reversedMoney: string | null;
  /** Kept back while a case is open. */
  readonly heldMoney: string | null;
  readonly oldestPendingDay: string | null;
  readonly newestPaidOrderDay: string | null;
  /** Orders that the mail names, by what became of them. */
  readonly ordersCredited: string | null;
  readonly ordersClickedNotCredited: string | null;
  readonly ordersNotTheirs: string | null;
  readonly ordersUnknown: string | null;
  /** Last seven days, and the usual seven of the four weeks before. */
  readonly clicksLately: number | null;
  readonly clicksUsually: number | null;
  readonly salesLately: number | null;
  readonly salesUsually: number | null;
  readonly lastClickDay: string | null;
  readonly lastSaleDay: string | null;
  /** Percent, such as `7.5 %`. */
  readonly currentRate: string | null;
  readonly offeredRate: string | null;
  /** Such as `ANNA10 (10 %, – 2026-12-31)`. */
  readonly codesLive: string | null;
  readonly codesEnded: string | null;
  /** Names of products of ours that this partner sold most. */
  readonly bestSellers: string | null;
}

/** The rate that a partner's own figures bear; for the manager, never for the letter. */
export interface RaiseFacts {
  readonly network: string;
  readonly currentBps: number;
  /** What the mail asks for; null when it names no rate. */
  readonly askedBps: number | null;
  /** Null when it cannot be computed; `why` says what is missing. */
  readonly breakEvenBps: number | null;
  /** Null when today's rate is the best that the margin bears. */
  readonly offeredBps: number | null;
  readonly why: string;
}

export interface AnswerFacts {
  readonly topic: AnswerTopic;
  readonly words: AnswerWords;
  /** For the card. */
  readonly evidence: readonly Evidence[];
  /** What the partner has to send before it can be answered. */
  readonly missing: readonly ('order_reference' | 'partner')[];
  /** Null unless a known partner asks for more. */
  readonly raise: RaiseFacts | null;
}
