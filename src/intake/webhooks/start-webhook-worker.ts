import type pg from 'pg';
import { type PollLoop, startPollLoop } from '../../../db/poll-loop.ts';
import type { WebhookSettings } from '../../domain/webhooks/webhook-settings.ts';
import type { WorkerLog } from '../../domain/worker-log.ts';
import { applyWebhooks } from './apply-webhooks.ts';

const PAUSE_MS = 1_000;

/** Applies what shops send, soon after it came, until it is stopped. */
export function startWebhookWorker({
  pool,
  settings,
  now,
  log,
  pauseMs = PAUSE_MS,
}: {
  readonly pool: pg.Pool;
  readonly settings: WebhookSettings;
  readonly now: () => Date;
  readonly log: WorkerLog;
  readonly pauseMs?: number;
}): PollLoop {
  return startPollLoop({
    pauseMs,
    turn: async () => (await applyWebhooks(pool, { settings, now })) > 0,
    onError: (error) =>
      log.error({ err: error }, 'messages of a shop could not be applied and will be tried again'),
  });
}
