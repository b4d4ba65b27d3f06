import type { Account } from '../../domain/ledger/ledger-transaction.ts';
import type { LineReason, LineState } from '../../domain/reconciliation/reconcile-result.ts';

/** How a partner reads where a line stands. */
export const STATE_WORDS: Readonly<Record<LineState, string>> = {
  pending: 'may still come back',
  locked: 'final, to be paid',
  paid: 'paid',
  reversed: 'reversed',
  clawed_back: 'to be given back',
  leaked: 'kept though returned',
};

export const REASON_WORDS: Readonly<Record<LineReason, string>> = {
  window_open: 'the return window is open',
  window_over: 'the return window is over',
  paid_by_network: 'the network has paid it',
  declined_by_network: 'the network declined it',
  returned_in_window: 'all of it came back in time',
  partly_returned_in_window: 'part of it came back in time',
  returned_after_lock: 'it came back after the lock',
  contract_forbids_clawback: 'it came back late, and the contract lets you keep it',
  commission_denied: 'a decision about the code or the site pays nothing for it',
};

/** The partner's own accounts; the programme's other side is not on a statement. */
export const PARTNER_ACCOUNTS: Readonly<Partial<Record<Account, string>>> = {
  reserved: 'Earned, may still come back',
  locked: 'Final, to be paid',
  paid: 'Paid',
  held: 'Held until a case is closed',
  receivable: 'To be given back',
};
