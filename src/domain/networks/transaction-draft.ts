/** One line as the network wrote it. */
export interface ItemDraft {
  readonly sku?: string;
  readonly name?: string;
  readonly category?: string;
  readonly quantity?: string;
  /** Of the whole line. */
  readonly sale?: string;
  /** Of one piece, where the network does not say the line's sale. */
  readonly unitPrice?: string;
  readonly commission?: string;
}

/**
 * A transaction as its network wrote it: every value is the text that stood there, `''` where nothing did. What a file
 * and an answer of the API have in common; nothing is judged yet.
 */
export interface TransactionDraft {
  readonly transactionId: string;
  readonly orderRef: string;
  readonly partnerRef: string;
  readonly subId: string;
  readonly clickedAt: string;
  readonly convertedAt: string;
  readonly ttcSeconds: string;
  readonly sale: string;
  readonly commission: string;
  readonly currency: string;
  readonly statusRaw: string;
  /** The network says that the partner was paid. */
  readonly isPaid: boolean;
  readonly reason: string;
  readonly locksAt: string;
  /** The network says so in a word instead of a date. */
  readonly isLocked?: boolean;
  /** The network's further records leave nothing of it, whatever its word is. */
  readonly isReversed?: boolean;
  readonly paidAt: string;
  readonly modifiedAt: string;
  readonly customerType: string;
  readonly code: string;
  readonly device: string;
  readonly items: readonly ItemDraft[];
}

/** A record that is no transaction. */
export interface DraftProblem {
  /** A sentence. */
  readonly problem: string;
}

const NEW = new Set(['new', 'true']);
const RETURNING = new Set(['existing', 'returning', 'false']);

/** What a network's word for a customer means to us; null when it means nothing. */
export function customerTypeOf(word: string): 'new' | 'returning' | null {
  const small = word.trim().toLowerCase();
  if (NEW.has(small)) return 'new';
  return RETURNING.has(small) ? 'returning' : null;
}

const EMPTY: TransactionDraft = {
  transactionId: '',
  orderRef: '',
  partnerRef: '',
  subId: '',
  clickedAt: '',
  convertedAt: '',
  ttcSeconds: '',
  sale: '',
  commission: '',
  currency: '',
  statusRaw: '',
  isPaid: false,
  reason: '',
  locksAt: '',
  paidAt: '',
  modifiedAt: '',
  customerType: '',
  code: '',
  device: '',
  items: [],
};

/** A draft of which a network says only so much. */
export function draftWith(said: Partial<TransactionDraft>): TransactionDraft {
  return { ...EMPTY, ...said };
}
