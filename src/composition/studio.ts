import type { Orchestrator } from '../../graphs/orchestrator.ts';
import { readConfig } from '../config.ts';
import { createLogger } from '../logger.ts';
import { readPolicy } from '../policy-file.ts';
import { openDatabase } from './open-database.ts';
import { ourLinksOf } from './our-links-of.ts';
import { runDepsOf } from './run-deps-of.ts';

let opened: Promise<Orchestrator> | null = null;

/**
 * The graph that `langgraph.json` names: LangGraph Studio (`npx @langchain/langgraph-cli dev`) calls this to draw it
 * and to let it run on the programme of the data folder.
 *
 * What Studio runs can propose like any run; only the gate decides.
 */
export function orchestrator(): Promise<Orchestrator> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Orchestrator> {
  const config = readConfig(process.env);
  const log = createLogger(config.logLevel, { isTerminal: process.stderr.isTTY });
  const database = await openDatabase(config, log, { use: 'service', connectionsMax: 4 });
  const policy = readPolicy(config.policyFile, config.dataFolder);
  const surroundings = {
    policy,
    log,
    stopping: new AbortController().signal,
    mail: config.mail,
    webhooks: config.webhooks,
    connections: config.connections,
    ours: ourLinksOf(config, policy.web),
    model: config.model,
    web: config,
    now: () => new Date(),
  };
  return runDepsOf(database, surroundings).orchestrator;
}
