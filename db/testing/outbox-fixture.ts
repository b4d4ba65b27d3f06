import type {
  Delivery,
  DeliveryAnswer,
  DeliveryTarget,
  Receipt,
} from '../../src/domain/deliveries/delivery-target.ts';
import { SANDBOX } from '../../src/domain/deliveries/target-of.ts';
import type { WorkerLog } from '../../src/domain/worker-log.ts';
import { executeDue } from '../../src/executor/execute-due.ts';
import { decide } from '../../src/gate/decide.ts';
import { OUTBOX_DEFAULTS, type OutboxContext, type OutboxSettings } from '../../src/outbox/outbox-context.ts';
import type { ProposalDraft } from '../../src/proposals/proposal-draft.ts';
import type { Pools } from '../pool.ts';
import { ANNA, NOW, PROMPT, type Proposed, proposeOne } from './gate-fixture.ts';

/** A log that keeps its sentences. */
export function keptLog(): WorkerLog & { readonly sentences: string[] } {
  const sentences: string[] = [];
  const keep = (_facts: object, sentence: string): void => {
    sentences.push(sentence);
  };
  return { sentences, info: keep, warn: keep, error: keep };
}

export function outboxContext(
  pools: Pools,
  targets: readonly DeliveryTarget[],
  settings: Partial<OutboxSettings> = {},
): OutboxContext & { readonly log: ReturnType<typeof keptLog> } {
  return {
    pool: pools.app,
    targets,
    instance: `test/${crypto.randomUUID()}`,
    log: keptLog(),
    now: () => NOW,
    random: () => 0,
    settings: { ...OUTBOX_DEFAULTS, ...settings },
  };
}

/** Proposed, approved and executed: its action is queued. */
export async function queuedOne(pools: Pools, draft: ProposalDraft): Promise<Proposed> {
  const one = await proposeOne(pools, draft, { policy: PROMPT });
  await decide(pools.app, { ...one, decision: 'approve' }, ANNA, { now: NOW, policy: PROMPT });
  await executeDue(pools.app, { now: NOW, policy: PROMPT });
  return one;
}

export interface OldNetwork extends DeliveryTarget {
  /** Each effect that really happened, twice when it happened twice. */
  readonly effects: Delivery[];
  calls: number;
}

/**
 * A network that knows no idempotency keys: every call that reaches it is an effect.
 *
 * @param answer - how a call ends; an answer of `unclear` still had its effect unless `reaches` says no.
 */
export function oldNetwork(
  answer: (call: number) => DeliveryAnswer['state'] | 'throws',
  {
    reaches = () => true,
    canLookUp = true,
  }: { readonly reaches?: (call: number) => boolean; readonly canLookUp?: boolean | 'throws' } = {},
): OldNetwork {
  const effects: Delivery[] = [];
  const receiptOf = (key: string): Receipt => ({ receivedAt: NOW, body: { key } });
  const network: OldNetwork = {
    name: SANDBOX,
    idempotent: false,
    effects,
    calls: 0,
    deliver: async (delivery) => {
      network.calls += 1;
      const state = answer(network.calls);
      const arrives =
        (state === 'accepted' || state === 'unclear' || state === 'throws') && reaches(network.calls);
      if (arrives) effects.push(delivery);
      if (state === 'throws') throw new Error('socket hang up');
      return state === 'accepted'
        ? { state, receipt: receiptOf(delivery.idempotencyKey) }
        : { state, reason: `the old network answered ${state}` };
    },
  };
  if (canLookUp === false) return network;
  return Object.assign(network, {
    lookUp: async (key: string): Promise<Receipt | null> => {
      if (canLookUp === 'throws') throw new Error('look-up is down');
      return effects.some(({ idempotencyKey }) => idempotencyKey === key) ? receiptOf(key) : null;
    },
  });
}
