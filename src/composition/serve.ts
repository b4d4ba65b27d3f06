import { createSignInLink } from '../../db/queries/auth/create-sign-in-link.ts';
import type { OpenDatabase } from '../cli/context.ts';
import { printLine } from '../cli/print.ts';
import type { Config } from '../config.ts';
import { Refusal } from '../domain/errors.ts';
import type { Readiness } from '../http/http-deps.ts';
import { type RunningHttp, startHttp } from '../http/start-http.ts';
import { findPrecedents } from '../intake/precedents/find-precedents.ts';
import { buildPage } from './build-page.ts';
import { chatOf } from './chat-of.ts';
import { chatPartsOf } from './chat-parts-of.ts';
import { demoOf } from './demo-of.ts';
import { firstRuns } from './first-runs.ts';
import { precedentsOf } from './precedents-of.ts';
import { printPdfOf } from './print-pdf.ts';
import { runDepsOf, type Surroundings } from './run-deps-of.ts';
import { startWorkers } from './start-workers.ts';
import { untilAborted } from './until-aborted.ts';
import { VERSION } from './version.ts';

export interface ServeOptions extends Surroundings {
  readonly config: Config;
  /** Runs and deliveries in the same process. */
  readonly work: boolean;
  /** Fill an empty database with the demo programme. */
  readonly demo: boolean;
}

/**
 * Serves the page and the API until stopped.
 *
 * The port answers at once; `/readyz` says 503 and why until the demo is loaded and the first runs have filled the queue.
 */
export async function serve(database: OpenDatabase, options: ServeOptions): Promise<void> {
  const { config, log, stopping, now, policy } = options;
  let readiness: Readiness = { ready: false, reason: 'It has only just started.' };
  const precedents = await precedentsOf(database);
  const pageFolder = await buildPage((sentence) => log.info(sentence));
  const http = await listen(options, {
    pools: database.pools,
    policy,
    config: config.http,
    log,
    smtp: options.mail.smtp !== null,
    webhooks: options.webhooks,
    connections: options.connections,
    now,
    readiness: () => readiness,
    pageFolder,
    precedents: (card) => findPrecedents(precedents, card),
    printPdf: printPdfOf(config.chromiumPath),
    chat: chatOf(database, options, chatPartsOf(database, options)),
    version: VERSION,
  });
  try {
    if (options.demo) {
      readiness = { ready: false, reason: 'The demo programme is being loaded.' };
      await demoOf(database, config, now(), (done, total, what) => {
        if (done < total) log.info({ done, total }, `loading the demo: ${what}`);
      });
    }
    const workers = options.work ? await startWorkers(database, runDepsOf(database, options), options) : null;
    try {
      if (options.demo) {
        readiness = { ready: false, reason: 'The first runs are filling the queue.' };
        await firstRuns(database, log, stopping);
      }
      readiness = { ready: true };
      if (!stopping.aborted) await greet(database, http, now());
      await untilAborted(stopping);
      readiness = { ready: false, reason: 'It is stopping.' };
      log.info('stopping');
    } finally {
      await http.close();
      await workers?.stop();
    }
  } finally {
    await http.close();
  }
}

/** @throws {Refusal} `port_taken` with what to do. */
async function listen({ config }: ServeOptions, deps: Parameters<typeof startHttp>[0]): Promise<RunningHttp> {
  try {
    return await startHttp(deps, config.http);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      const { port } = config.http;
      throw new Refusal(
        'port_taken',
        `Port ${port} is taken: stop what uses it, or choose another with PORT.`,
        { port },
      );
    }
    throw error;
  }
}

async function greet({ pools }: OpenDatabase, { url }: RunningHttp, now: Date): Promise<void> {
  const token = await createSignInLink(pools.app, { name: 'admin', role: 'admin', now });
  printLine(`Marginkeeper is ready at ${url}`);
  printLine(`Sign in: ${url}/sign-in/${token}`);
}
