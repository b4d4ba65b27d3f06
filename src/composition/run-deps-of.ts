import { refreshSketches } from '../../db/queries/fraud/refresh-sketches.ts';
import type { OpenDatabase } from '../cli/context.ts';
import type { Policy } from '../domain/policies.ts';
import { createRunDeps } from '../intake/runs/create-run-deps.ts';
import type { RunDeps } from '../intake/runs/run-deps.ts';
import type { Logger } from '../logger.ts';
import type { MailConfig } from '../mail-config.ts';
import { createEmbeddedEngine } from '../model/embedded/create-embedded-engine.ts';
import { keepScores } from './keep-scores.ts';
import { processName } from './process-name.ts';

export interface Surroundings {
  readonly policy: Policy;
  readonly log: Logger;
  readonly stopping: AbortSignal;
  readonly mail: MailConfig;
  now(): Date;
}

/** What a process that works on runs is made of. */
export function runDepsOf({ pools }: OpenDatabase, { policy, log, stopping, now }: Surroundings): RunDeps {
  return createRunDeps({
    pools,
    policy,
    log,
    stopping,
    now,
    worker: processName(),
    engine: createEmbeddedEngine(),
    refreshSketches: () => refreshSketches(pools.app),
    callTool: keepScores(pools.app),
  });
}
