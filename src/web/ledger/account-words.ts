import type { Account } from '../../domain/ledger/ledger-transaction.ts';

/** The partners' side, in the order that money goes; the programme's own side is in the API. */
export const OWED: readonly { readonly account: Account; readonly name: string; readonly says: string }[] = [
  { account: 'reserved', name: 'Reserved', says: 'earned, may still come back' },
  { account: 'locked', name: 'Locked', says: 'final, to be paid' },
  { account: 'held', name: 'Held', says: 'kept back until a case is closed' },
  { account: 'receivable', name: 'To get back', says: 'clawed back, not yet settled' },
  { account: 'paid', name: 'Paid', says: 'paid by the networks' },
  { account: 'leaked', name: 'Leaked', says: 'paid for good though it came back' },
];

export const AGES: Readonly<Record<number, string>> = {
  0: 'up to 30 days',
  31: '31 to 60 days',
  61: '61 to 90 days',
  91: 'over 90 days',
};
