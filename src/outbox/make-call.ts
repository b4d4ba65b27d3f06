import { once } from 'node:events';
import type { Claim } from '../../db/queries/outbox/claim-actions.ts';
import { startCall } from '../../db/queries/outbox/start-call.ts';
import type { DeliveryAnswer, DeliveryTarget, Receipt } from '../domain/deliveries/delivery-target.ts';
import type { OutboxContext } from './outbox-context.ts';

/** How an attempt went. `not_made`: paused, or no longer ours; nothing went out. */
export type Attempt = DeliveryAnswer | { readonly state: 'not_made' };

const CHANGED = {
  state: 'refused',
  reason: 'It is no longer what was executed: somebody changed it.',
} as const;

/**
 * Makes one attempt at a claimed delivery.
 *
 * A target that knows idempotency keys is simply called. Any other is asked first whether the effect is there
 * already; when an earlier call may have got through and the target cannot confirm it, nobody calls again.
 *
 * @param lost - fires when the claim went to somebody else.
 */
export async function makeCall(
  claim: Claim,
  target: DeliveryTarget,
  lost: AbortSignal,
  { pool, settings }: Pick<OutboxContext, 'pool' | 'settings'>,
): Promise<Attempt> {
  const { actionId, proposalId, fence, effect } = claim;
  if (effect === null) return CHANGED;
  const signal = AbortSignal.any([
    lost,
    AbortSignal.timeout((target.callSeconds ?? settings.callSeconds) * 1_000),
  ]);
  if (!target.idempotent) {
    const found = await look(claim, target, signal);
    if (found !== null) return found;
  }
  const verdict = await startCall(pool, { actionId, fence, leaseSeconds: settings.leaseSeconds });
  if (verdict === 'stay') return { state: 'not_made' };
  if (verdict === 'changed') return CHANGED;
  try {
    const delivery = { idempotencyKey: actionId, proposalId, effect };
    return await inTime(target.deliver(delivery, signal), signal);
  } catch (error) {
    return { state: 'unclear', reason: sentenceOf(error) };
  }
}

/** What is known without calling, `null` when the call may be made. */
async function look(claim: Claim, target: DeliveryTarget, signal: AbortSignal): Promise<Attempt | null> {
  let receipt: Receipt | null;
  try {
    receipt = target.lookUp ? await inTime(target.lookUp(claim.actionId, signal), signal) : null;
  } catch (error) {
    // Nothing was sent by this attempt: what is unclear is only what an earlier one did.
    const reason = `It could not be looked up: ${sentenceOf(error)}`;
    return claim.mayHaveHappened ? { state: 'unclear', reason } : { state: 'failed', reason };
  }
  if (receipt !== null) return { state: 'accepted', receipt };
  return claim.mayHaveHappened
    ? {
        state: 'unclear',
        reason: 'An earlier call had no clear answer, and the other side shows nothing yet.',
      }
    : null;
}

/** Waits for the answer, but not beyond the signal, whether or not the target minds it. */
async function inTime<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const over = new AbortController();
  const late = once(signal, 'abort', { signal: over.signal }).then(() => {
    throw signal.reason;
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    over.abort();
    late.catch(() => undefined);
  }
}

const sentenceOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 500);
