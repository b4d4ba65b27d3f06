import type pg from 'pg';
import type { DeliveryTarget } from '../domain/deliveries/delivery-target.ts';
import type { WorkerLog } from '../domain/worker-log.ts';

/** The limits of the outbox. */
export interface OutboxSettings {
  /** A claim whose lease was not renewed for so long goes to somebody else, seconds. */
  readonly leaseSeconds: number;
  /** A call that takes longer has no clear answer, seconds. */
  readonly callSeconds: number;
  /** Attempts on a target that knows idempotency keys before a person has to look; 60 are some 28 minutes. */
  readonly attemptsMax: number;
  /** Calls under way at once in one process, for each target. */
  readonly concurrency: number;
  /** The pause between looks for work, milliseconds. */
  readonly pauseMs: number;
}

export const OUTBOX_DEFAULTS: OutboxSettings = {
  leaseSeconds: 10,
  callSeconds: 8,
  attemptsMax: 60,
  concurrency: 8,
  pauseMs: 250,
};

export interface OutboxContext {
  readonly pool: pg.Pool;
  readonly targets: readonly DeliveryTarget[];
  /** Names this process among all that ever ran: nobody else may use it. */
  readonly instance: string;
  readonly log: WorkerLog;
  readonly now: () => Date;
  /** A random number in [0, 1). */
  readonly random: () => number;
  readonly settings: OutboxSettings;
}
