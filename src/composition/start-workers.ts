import type pg from 'pg';
import { takeTurn } from '../../db/queries/connectors/take-turn.ts';
import type { OpenDatabase } from '../cli/context.ts';
import { CONNECTABLE_SYSTEMS } from '../connectors/connectable/read.ts';
import { smtpTarget } from '../connectors/mail/write.ts';
import { sandboxNetwork } from '../connectors/sandbox/write.ts';
import { NETWORK_WRITERS } from '../connectors/systems/write.ts';
import type { Connection } from '../domain/connections/connection.ts';
import { correctableNetworks } from '../domain/connections/correctable-networks.ts';
import type { DeliveryTarget } from '../domain/deliveries/delivery-target.ts';
import type { NetworkWriter } from '../domain/networks/network-writer.ts';
import { startExecutor } from '../executor/executor-worker.ts';
import { startSweeper } from '../gate/sweeper.ts';
import { startMailReader } from '../intake/mail/imap/start-mail-reader.ts';
import { startInboxWatch } from '../intake/mail/start-inbox-watch.ts';
import { startLearning } from '../intake/precedents/learn-precedents.ts';
import type { RunDeps } from '../intake/runs/run-deps.ts';
import { startScheduler } from '../intake/runs/start-scheduler.ts';
import { startSyncWorker } from '../intake/sync/start-sync-worker.ts';
import { syncStreams } from '../intake/sync/sync-streams.ts';
import { startWebhookWorker } from '../intake/webhooks/start-webhook-worker.ts';
import type { MailConfig } from '../mail-config.ts';
import { startOutboxWorker } from '../outbox/outbox-worker.ts';
import { startCorrectionChecks } from '../outbox/start-correction-checks.ts';
import { correctionSystems } from './correction-systems.ts';
import { letterRecords } from './letter-records.ts';
import { precedentsOf } from './precedents-of.ts';
import { processName } from './process-name.ts';
import type { Surroundings } from './run-deps-of.ts';

/**
 * Everything that happens without a request: schedules and runs, execution, delivery, expiry. Any number of processes
 * may do this on one database.
 *
 * What the sandbox network receives is labelled simulated; letters leave by the user's mail server where there is one.
 */
export async function startWorkers(
  database: OpenDatabase,
  runDeps: RunDeps,
  { policy, log, now, mail, webhooks, connections }: Surroundings,
): Promise<{ stop(): Promise<void> }> {
  const { app: pool } = database.pools;
  const executor = startExecutor({ pool, policy, now, log });
  const sweeper = startSweeper({
    pool,
    policy,
    now,
    log,
    smtp: mail.smtp !== null,
    networks: correctableNetworks(connections),
  });
  const corrections = correctionSystems(pool, { writers: writersOf(pool, connections), now });
  const checks = startCorrectionChecks({ pool, lookers: corrections.lookers, log, now });
  const outbox = startOutboxWorker({
    pool,
    targets: [...targetsOf(pool, mail, now), ...corrections.targets],
    instance: processName(),
    log,
  });
  const scheduler = await startScheduler({ ...runDeps, databaseUrl: database.url, sweeps: [] });
  const learning = startLearning(await precedentsOf(database), { now, log });
  const inboxWatch = startInboxWatch({ pool, log });
  const webhookWorker = startWebhookWorker({ pool, settings: webhooks, now, log });
  const streams = syncStreams(CONNECTABLE_SYSTEMS, connections, takeTurn.bind(null, pool));
  const { duplicateTextCharacters } = runDeps.policy.vetting;
  const sync = startSyncWorker({ pool, streams, log, worker: processName(), duplicateTextCharacters, now });
  const mailReader = mail.imap && startMailReader({ pool, log, now, ...mail.imap });
  return {
    // The outbox last: what was executed meanwhile still finds it.
    async stop() {
      const rest = [
        scheduler,
        learning,
        executor,
        sweeper,
        inboxWatch,
        mailReader,
        webhookWorker,
        sync,
        checks,
      ];
      await Promise.all(rest.map((worker) => worker?.stop()));
      await outbox.stop();
    },
  };
}

/** The networks whose credentials are here; each counts its calls with those that read. */
function writersOf(pool: pg.Pool, connections: readonly Connection[]): NetworkWriter[] {
  const names = correctableNetworks(connections);
  return connections.flatMap((connection) => {
    const open = names.includes(connection.system) ? NETWORK_WRITERS[connection.system] : undefined;
    return open && connection.state === 'ready'
      ? [open(connection.credentials, takeTurn.bind(null, pool))]
      : [];
  });
}

function targetsOf(pool: pg.Pool, { smtp }: MailConfig, now: () => Date): DeliveryTarget[] {
  const sandbox = sandboxNetwork(pool);
  if (smtp === null) return [sandbox];
  const { server, sender, publicUrl } = smtp;
  return [sandbox, smtpTarget({ server, sender, records: letterRecords(pool, publicUrl, now), now })];
}
