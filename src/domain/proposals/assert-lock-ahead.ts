import { Refusal } from '../errors.ts';
import type { Effect } from './effect.ts';

/**
 * That something is left to ask for: the last of the sales has not locked.
 *
 * @throws {Refusal} `proposal_stale`.
 */
export function assertLockAhead(
  { network, lastLocksAt }: Extract<Effect, { kind: 'network.extend-lock' }>,
  now: Date,
): void {
  if (new Date(lastLocksAt).getTime() > now.getTime()) return;
  throw new Refusal('proposal_stale', `${network} has locked all of these sales meanwhile.`, { network });
}
