import { actionOf, type Correction } from './correction.ts';
import type { NetworkTransaction } from './network-transaction.ts';

/**
 * Whether a network shows what a correction aims at. Networks reckon the commission themselves from the sale, so an
 * amended row is known by its sale.
 */
export function hasHappened(correction: Correction, found: NetworkTransaction): boolean {
  const isReversed = found.status === 'reversed' || found.status === 'reversed-provisional';
  const isApproved = found.status === 'approved' || found.status === 'paid';
  const action = actionOf(correction);
  switch (action) {
    case 'decline':
      return isReversed;
    case 'approve':
      return isApproved;
    case 'amend': {
      const { sale, status } = correction.after;
      if (isReversed || found.status === 'unknown' || found.sale !== BigInt(sale)) return false;
      return found.currency === correction.currency && (status !== 'approved' || isApproved);
    }
    default:
      return action satisfies never;
  }
}
