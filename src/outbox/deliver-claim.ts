import type { Claim } from '../../db/queries/outbox/claim-actions.ts';
import type { DeliveryTarget } from '../domain/deliveries/delivery-target.ts';
import type { LeaseKeeper } from './lease-keeper.ts';
import { makeCall } from './make-call.ts';
import type { OutboxContext } from './outbox-context.ts';
import { settle } from './settle.ts';

/**
 * Carries one claim through: call, then result. The call stands outside every transaction.
 *
 * Never throws: what breaks off on our side leaves the claim to its lease, and the next worker to the idempotency key.
 */
export async function deliverClaim(
  claim: Claim,
  target: DeliveryTarget,
  leases: LeaseKeeper,
  context: OutboxContext,
): Promise<void> {
  const { actionId, proposalId } = claim;
  const facts = { actionId, proposalId, target: target.name, attempts: claim.attempts };
  try {
    const attempt = await makeCall(claim, target, leases.keep(claim), context);
    const ending = await settle(claim, target, attempt, context);
    if (ending === 'late') context.log.warn(facts, 'a late result was refused: the claim is somebody else’s');
    if (ending === 'unknown' || ending === 'needs_person') {
      context.log.warn({ ...facts, ending }, 'a delivery needs a person');
    }
  } catch (error) {
    context.log.error({ ...facts, err: error }, 'a delivery broke off; its lease will run out');
  } finally {
    leases.drop(claim);
  }
}
