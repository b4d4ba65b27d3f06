import { type ConversionStatus, conversionStatus } from '../feeds/conversion-status.ts';

export interface StatusFacts {
  readonly statusRaw: string;
  readonly isPaid: boolean;
  /** Null when the network does not say. */
  readonly locksAt: Date | null;
  /** The network says so in a word. */
  readonly isLocked?: boolean | undefined;
  /** The network's further records leave nothing of it. */
  readonly isReversed?: boolean | undefined;
}

/**
 * Our status of a network's transaction: the network's word (`conversion-status.ts` has the table), then what its
 * dates add. A word nobody knows stays `unknown`, whatever else is said.
 *
 * Paid is what was approved and paid out. impact's REVERSED is final once the action is locked; before that it may
 * come back.
 *
 * @param now - only impact's lock needs it.
 */
export function statusOf(
  network: string,
  { statusRaw, isPaid, locksAt, isLocked = false, isReversed = false }: StatusFacts,
  now: Date,
): ConversionStatus {
  const status = conversionStatus(network, statusRaw);
  if (isReversed) return 'reversed';
  if (status === 'approved' && isPaid) return 'paid';
  if (status === 'reversed-provisional' && (isLocked || (locksAt !== null && locksAt <= now)))
    return 'reversed';
  return status;
}
