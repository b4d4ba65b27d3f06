import assert from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Queryable } from '../../../db/client.ts';
import { readCorrections } from '../../../db/queries/corrections/read-corrections.ts';
import { simulateCorrections } from '../../../db/queries/corrections/simulate-corrections.ts';
import { findDelivery } from '../../../db/queries/deliveries/find-delivery.ts';
import { insertDelivery } from '../../../db/queries/deliveries/insert-delivery.ts';
import type { Delivery, DeliveryAnswer, DeliveryTarget } from '../../domain/deliveries/delivery-target.ts';
import { SANDBOX } from '../../domain/deliveries/target-of.ts';
import { readSandboxReceipt, sandboxReceipt } from './read.ts';

/** `busy`: not taken, try again. `refuse`: never taken. `lose-call`: not taken, no answer. `lose-answer`: taken, no answer. */
export type SandboxFault = 'busy' | 'refuse' | 'lose-call' | 'lose-answer';

export interface SandboxSettings {
  /** How long each call takes on its way in, milliseconds. */
  readonly latencyMs?: number;
  /** For tests: what goes wrong with this call; `null` for nothing. */
  readonly fault?: (delivery: Delivery) => SandboxFault | null;
}

const LATENCY_MS = 20;

/**
 * The demo's network: simulated, but it behaves like one that knows idempotency keys.
 *
 * It keeps a receipt for what arrives, in a transaction of its own that the outbox neither sees nor can undo. A
 * repeated key gets the first receipt.
 *
 * @param db - a pool; its own where the outbox's connections may be exhausted.
 */
export function sandboxNetwork(db: Queryable, settings: SandboxSettings = {}): DeliveryTarget {
  const { latencyMs = LATENCY_MS, fault = () => null } = settings;
  return {
    name: SANDBOX,
    idempotent: true,
    lookUp: (idempotencyKey) => readSandboxReceipt(db, idempotencyKey),
    async deliver(delivery, signal) {
      await sleep(latencyMs, undefined, { signal });
      const wrong = fault(delivery);
      if (wrong === 'busy') return { state: 'failed', reason: 'The sandbox network is busy.' };
      if (wrong === 'refuse') return { state: 'refused', reason: 'The sandbox network refuses this.' };
      if (wrong === 'lose-call')
        return { state: 'unclear', reason: 'The call to the sandbox network was lost.' };
      const answer = await take(db, delivery);
      return wrong === 'lose-answer' ? { state: 'unclear', reason: 'The answer was lost.' } : answer;
    },
  };
}

async function take(
  db: Queryable,
  { idempotencyKey, proposalId, effect }: Delivery,
): Promise<DeliveryAnswer> {
  if (effect.kind === 'commission.correct') {
    // What it holds afterwards can be read again; a repeated key changes nothing.
    const rows = await readCorrections(db, { proposalId, effect });
    await simulateCorrections(db, { idempotencyKey, rows });
  }
  const arrived =
    (await insertDelivery(db, { idempotencyKey, proposalId, kind: effect.kind, body: effect })) ??
    (await findDelivery(db, idempotencyKey));
  assert(arrived, 'a key that could not be inserted is there');
  return { state: 'accepted', receipt: sandboxReceipt(arrived) };
}
