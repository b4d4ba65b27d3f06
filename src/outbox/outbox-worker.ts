import type pg from 'pg';
import { type PollLoop, startPollLoop } from '../../db/poll-loop.ts';
import { claimActions } from '../../db/queries/outbox/claim-actions.ts';
import { releaseDeadClaims } from '../../db/queries/outbox/live-instances.ts';
import type { DeliveryTarget } from '../domain/deliveries/delivery-target.ts';
import type { WorkerLog } from '../domain/worker-log.ts';
import { deliverClaim } from './deliver-claim.ts';
import { startLeaseKeeper } from './lease-keeper.ts';
import { OUTBOX_DEFAULTS, type OutboxContext, type OutboxSettings } from './outbox-context.ts';
import { type Presence, presenceOf } from './presence.ts';

/** How often the claims of dead processes are looked for, milliseconds. */
const RELEASE_EVERY_MS = 2_000;

export interface OutboxWorkerOptions {
  readonly pool: pg.Pool;
  readonly targets: readonly DeliveryTarget[];
  /** Names this process among all that ever ran, such as host, pid and a random part. */
  readonly instance: string;
  readonly log: WorkerLog;
  readonly now?: () => Date;
  readonly random?: () => number;
  readonly settings?: Partial<OutboxSettings>;
}

export interface OutboxWorker {
  /** Claims nothing more, waits for the calls under way, and gives its connection back. */
  stop(): Promise<void>;
}

/**
 * Delivers what is queued until it is stopped; any number of processes may, each under its own name. Claims left by
 * processes that are gone are taken up at start and every two seconds.
 */
export function startOutboxWorker(options: OutboxWorkerOptions): OutboxWorker {
  const { pool, instance, log } = options;
  const context: OutboxContext = {
    ...options,
    now: options.now ?? (() => new Date()),
    random: options.random ?? Math.random,
    settings: { ...OUTBOX_DEFAULTS, ...options.settings },
  };
  const presence = presenceOf(pool, instance, log);
  const leases = startLeaseKeeper({ pool, leaseSeconds: context.settings.leaseSeconds, log });
  const underWay = new Map<DeliveryTarget, Set<Promise<void>>>();
  const release = releaser(pool, log);
  const loop: PollLoop = startPollLoop({
    pauseMs: context.settings.pauseMs,
    turn: async () => {
      await presence.ensure();
      await release();
      for (const target of context.targets) await startCalls(target);
      return false;
    },
    onError: (error) => log.error({ err: error }, 'the outbox failed and will go on'),
  });

  /** Fills the free places of a target; each call that ends makes the loop look again at once. */
  async function startCalls(target: DeliveryTarget): Promise<void> {
    const calls = underWay.get(target) ?? new Set();
    underWay.set(target, calls);
    const { leaseSeconds, concurrency } = context.settings;
    const limit = concurrency - calls.size;
    if (limit === 0) return;
    const claims = await claimActions(pool, { target: target.name, instance, leaseSeconds, limit });
    for (const claim of claims) {
      const call = deliverClaim(claim, target, leases, context).finally(() => {
        calls.delete(call);
        loop.wake();
      });
      calls.add(call);
    }
  }

  return { stop: () => stopAll(loop, underWay, leases.stop, presence) };
}

async function stopAll(
  loop: PollLoop,
  underWay: ReadonlyMap<DeliveryTarget, ReadonlySet<Promise<void>>>,
  stopLeases: () => void,
  presence: Presence,
): Promise<void> {
  await loop.stop();
  await Promise.all([...underWay.values()].flatMap((calls) => [...calls]));
  stopLeases();
  presence.end();
}

/** Releases the claims of the dead now and then, however often it is called. */
function releaser(pool: pg.Pool, log: WorkerLog): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = performance.now();
    if (now - last < RELEASE_EVERY_MS) return;
    last = now;
    const released = await releaseDeadClaims(pool);
    if (released.length > 0) log.warn({ actions: released }, 'took up the claims of a process that is gone');
  };
}
