import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Pools } from '../../../../db/pool.ts';
import { DEFAULT_POLICY } from '../../../domain/policies.ts';
import { createEmbeddedEngine } from '../../../model/embedded/create-embedded-engine.ts';
import { createRunDeps, type RunSettings } from '../create-run-deps.ts';
import type { RunDeps } from '../run-deps.ts';
import { type FakeTools, fakeTools } from './fake-tools.ts';

/** One process among those that work on a database, with fraud tools of the test's making. */
export function testProcess(
  { pools }: { readonly pools: Pools },
  tools: FakeTools,
  overrides: Partial<RunSettings> = {},
): RunDeps {
  return createRunDeps({
    pools,
    engine: createEmbeddedEngine(),
    refreshSketches: async () => undefined,
    watchSources: async () => ({ sources: 0, failed: 0, sightings: 0, gone: 0 }),
    readTexts: async (applications) => applications.map(() => ({ found: [], dismissed: [] })),
    callTool: fakeTools(tools),
    policy: DEFAULT_POLICY,
    log: pino({ level: 'silent' }),
    worker: randomUUID(),
    stopping: new AbortController().signal,
    now: () => new Date(),
    ...overrides,
  });
}
