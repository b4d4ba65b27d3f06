import { Agent } from 'undici';
import type { Capture } from '../../domain/web/capture.ts';
import type { FetchOptions, WebReader } from '../../domain/web/web-reader.ts';
import { createBrowserKeeper } from './browser/browser-keeper.ts';
import { createFence } from './fence/fence.ts';
import { fencedConnector } from './fence/fenced-connector.ts';
import { createHostTurns } from './http/host-turns.ts';
import { createSiteRobots } from './http/site-robots.ts';
import { type ReaderInside, readPage } from './read-page.ts';
import { listSite } from './site/list-site.ts';
import type { WebReaderParts } from './web-reader-parts.ts';

const CONNECT_MS = 5_000;
const KEEP_ALIVE_MS = 4_000;
const CONNECTIONS_A_HOST = 4;

/**
 * Eyes on the web: plain HTTP first, a browser where a page needs one; every connection behind one fence, every request
 * within the site's robots.txt and at its pace. Claim: documented in README, tested on a local site farm over real HTTP.
 */
export function createWebReader(parts: WebReaderParts): WebReader {
  const fence = createFence(parts.allow, parts.resolve);
  const agent = new Agent({
    connect: fencedConnector(fence, CONNECT_MS),
    connections: CONNECTIONS_A_HOST,
    pipelining: 1,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
  });
  const door = { agent, allow: fence.allow, takeTurn: createHostTurns(parts), parts };
  const browsers = createBrowserKeeper(parts);
  const inside: ReaderInside = { parts, fence, door, robots: createSiteRobots(door), browsers };
  const fetch = async (url: string, options: FetchOptions = {}): Promise<Capture> => {
    const capture = await readPage(inside, url, options);
    if (capture.error?.code !== 'cancelled') await parts.captures?.keep(capture);
    return capture;
  };
  return {
    fetch,
    listSite: (url, { signal = new AbortController().signal } = {}) => listSite(inside, url, signal),
    async close() {
      await browsers.close();
      await agent.destroy();
    },
  };
}
