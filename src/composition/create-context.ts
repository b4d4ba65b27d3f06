import { ensureProgramme } from '../../db/queries/programme/ensure-programme.ts';
import type { CommandContext, OpenDatabase, OpenOptions } from '../cli/context.ts';
import type { Config } from '../config.ts';
import type { Policy } from '../domain/policies.ts';
import { runNow } from '../intake/runs/run-now.ts';
import type { Logger } from '../logger.ts';
import { createWebReader } from './create-web-reader.ts';
import { demoOf } from './demo-of.ts';
import { openDatabase } from './open-database.ts';
import { openPageAuditor } from './open-page-auditor.ts';
import { ourLinksOf } from './our-links-of.ts';
import { readTexts } from './read-texts.ts';
import { runDepsOf, type Surroundings } from './run-deps-of.ts';
import { serve } from './serve.ts';
import { startWorkers } from './start-workers.ts';
import { triageOf } from './triage-of.ts';
import { untilAborted } from './until-aborted.ts';

/** Connections a pool of a short command, and of a service, may hold. */
const COMMAND_CONNECTIONS = 4;
const SERVICE_CONNECTIONS = 12;

export interface Settings {
  readonly config: Config;
  readonly log: Logger;
  readonly policy: Policy;
  readonly stopping: AbortSignal;
}

/** Hands each command its part; only here do the executor, the outbox and the engines come together. */
export function createContext({ config, log, policy: read, stopping }: Settings): CommandContext {
  const now = () => new Date();
  const policy = withOwnDomains(read, config.mail.domains);
  const { mail, model, webhooks, connections } = config;
  const ours = ourLinksOf(config, policy.web);
  const surroundings: Surroundings = {
    policy,
    log,
    stopping,
    now,
    mail,
    model,
    webhooks,
    connections,
    ours,
    web: config,
    profiles: config.profiles,
  };

  const open = async (
    use: 'command' | 'service' | 'leave-running',
    connectionsMax: number,
  ): Promise<OpenDatabase> => {
    const database = await openDatabase(config, log, { use, connectionsMax });
    await ensureProgramme(database.pools.app, config.programme);
    return database;
  };
  const service = async (work: (database: OpenDatabase) => Promise<void>): Promise<void> => {
    const database = await openDatabase(config, log, { use: 'service', connectionsMax: SERVICE_CONNECTIONS });
    try {
      await work(database);
    } finally {
      await database.close();
    }
  };

  return {
    config,
    log,
    policy,
    ours,
    stopping,
    now,
    openDatabase: ({ leaveRunning = false }: OpenOptions = {}) =>
      open(leaveRunning ? 'leave-running' : 'command', COMMAND_CONNECTIONS),
    services: {
      serve: ({ work, demo }) =>
        service((database) => serve(database, { ...surroundings, config, work, demo })),
      work: () =>
        service(async (database) => {
          const workers = await startWorkers(database, runDepsOf(database, surroundings), surroundings);
          log.info('working');
          await untilAborted(stopping);
          await workers.stop();
        }),
      loadDemo: (database, onProgress) => demoOf(database, config, now(), onProgress),
      triage: triageOf(surroundings),
      readTexts,
      openPageAuditor: () => openPageAuditor(),
      openWeb: () => createWebReader({ config, policy, log, now }, null),
      runNow: (database, workflow) =>
        runNow(runDepsOf(database, surroundings), { workflow, cause: 'person', requestedBy: 'command line' }),
    },
  };
}

/** Mail from our own domains is from colleagues. What the policy names comes first; else those that mail is sent from. */
function withOwnDomains(policy: Policy, domains: readonly string[]): Policy {
  if (policy.inbox.ownDomains.length > 0) return policy;
  return { ...policy, inbox: { ...policy.inbox, ownDomains: [...domains] } };
}
