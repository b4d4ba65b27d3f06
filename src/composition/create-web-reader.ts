import type { Queryable } from '../../db/client.ts';
import { keepRobots } from '../../db/queries/web/keep-robots.ts';
import { lastGoodCapture } from '../../db/queries/web/last-good-capture.ts';
import { leaseHost } from '../../db/queries/web/lease-host.ts';
import { putCapture } from '../../db/queries/web/put-capture.ts';
import { readRobots } from '../../db/queries/web/read-robots.ts';
import type { Config } from '../config.ts';
import { createWebReader as createReader } from '../connectors/web/read.ts';
import type { WebReaderParts } from '../connectors/web/web-reader-parts.ts';
import type { KnownRobots } from '../domain/web/known-robots.ts';
import { userAgentOf } from '../domain/web/user-agent.ts';
import type { WebPolicy } from '../domain/web/web-policy.ts';
import type { WebReader } from '../domain/web/web-reader.ts';
import type { WorkerLog } from '../domain/worker-log.ts';
import { VERSION } from './version.ts';

export interface WebReaderSurroundings {
  readonly config: Pick<Config, 'fetch' | 'chromiumPath'>;
  readonly policy: { readonly web: WebPolicy };
  readonly log: WorkerLog;
  now(): Date;
}

/**
 * A reader of the web as this process is configured.
 *
 * @param app - the app role's pool: captures are kept there, and the pace of a host is one for all processes. Null for a
 *   command without a database: nothing is kept, and the pace is this process's own.
 */
export function createWebReader(
  { config, policy, log, now }: WebReaderSurroundings,
  app: Queryable | null,
): WebReader {
  const { contact, allow } = config.fetch;
  if (contact === null)
    log.info({}, 'pages are read without a contact in the user agent: set MARGINKEEPER_FETCH_CONTACT');
  return createReader({
    policy: policy.web,
    userAgent: userAgentOf(VERSION, contact),
    allow,
    chromiumPath: config.chromiumPath,
    log,
    now,
    ...(app === null ? inMemory() : inDatabase(app)),
  });
}

type Lasting = Pick<WebReaderParts, 'lease' | 'robots' | 'captures'>;

function inDatabase(app: Queryable): Lasting {
  return {
    lease: (host, turn) => leaseHost(app, host, turn),
    robots: {
      read: (origin) => readRobots(app, origin),
      keep: (origin, robots) => keepRobots(app, origin, robots),
    },
    captures: { keep: (capture) => putCapture(app, capture), last: (url) => lastGoodCapture(app, url) },
  };
}

/** Bottleneck paces this process by itself, so every turn is free at once. */
function inMemory(): Lasting {
  const robots = new Map<string, KnownRobots>();
  return {
    lease: async () => 0,
    robots: {
      read: async (origin) => robots.get(origin) ?? null,
      keep: async (origin, known) => void robots.set(origin, known),
    },
    captures: null,
  };
}
