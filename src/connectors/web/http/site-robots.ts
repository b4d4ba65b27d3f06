import type { KnownRobots } from '../../../domain/web/known-robots.ts';
import { isAllowed } from '../../../domain/web/robots/is-allowed.ts';
import { type RobotsRules, readRobots } from '../../../domain/web/robots/read-robots.ts';
import { ROBOTS_NAME } from '../../../domain/web/user-agent.ts';
import { failureOf } from '../failure-of.ts';
import { FetchFailed } from '../fetch-failed.ts';
import { type Door, follow, type MayAsk } from './follow.ts';
import { createNetBudget } from './net-budget.ts';

/** What forbids a whole site is asked again sooner: it may have been a bad moment. */
const DISALLOWED_HOURS_MAX = 1;
const HOUR_MS = 3_600_000;

export interface SiteRobots {
  /** @throws {FetchFailed} `robots_disallowed`, or why the site could not be asked. */
  readonly mayAsk: MayAsk;
  /** @throws as `mayAsk`, but for what the rules say. */
  readonly rulesOf: (url: URL, signal: AbortSignal) => Promise<RobotsRules>;
}

/** Every site's robots.txt, asked for once in a while and kept between. */
export function createSiteRobots(door: Door): SiteRobots {
  const underWay = new Map<string, Promise<KnownRobots>>();
  const known = async (url: URL, signal: AbortSignal): Promise<KnownRobots> => {
    const kept = await door.parts.robots.read(url.origin);
    if (kept && isFresh(kept, door)) return kept;
    const asking = underWay.get(url.origin);
    // Whoever asked may give up; then this one asks for itself.
    if (asking) return asking.catch(() => askForRobots(door, url, signal));
    const answer = askForRobots(door, url, signal);
    underWay.set(url.origin, answer);
    try {
      return await answer;
    } finally {
      underWay.delete(url.origin);
    }
  };
  return {
    async mayAsk(url, signal) {
      const robots = await known(url, signal);
      if (robots.rule === 'disallow') throw new FetchFailed('robots_disallowed', robots.reason);
      const rules = readRobots(robots.text, ROBOTS_NAME);
      if (!isAllowed(rules, url.href)) {
        throw new FetchFailed(
          'robots_disallowed',
          `The robots.txt of ${url.host} asks us not to read this page.`,
        );
      }
      return rules;
    },
    rulesOf: async (url, signal) => readRobots((await known(url, signal)).text, ROBOTS_NAME),
  };
}

function isFresh({ rule, readAt }: KnownRobots, { parts }: Door): boolean {
  const { robotsHours } = parts.policy;
  const hours = rule === 'disallow' ? Math.min(robotsHours, DISALLOWED_HOURS_MAX) : robotsHours;
  return parts.now().getTime() - readAt.getTime() < hours * HOUR_MS;
}

async function askForRobots(door: Door, url: URL, signal: AbortSignal): Promise<KnownRobots> {
  const found = { ...(await judgeRobots(door, url, signal)), readAt: door.parts.now() };
  await door.parts.robots.keep(url.origin, found);
  return found;
}

/** As RFC 9309 says: none (4xx) allows everything, a server in trouble (5xx) and too many requests (429) nothing. */
async function judgeRobots(
  door: Door,
  url: URL,
  signal: AbortSignal,
): Promise<Pick<KnownRobots, 'rule' | 'text' | 'reason'>> {
  const { policy, userAgent } = door.parts;
  const question = {
    userAgent,
    accept: 'text/plain, */*;q=0.1',
    headers: {},
    body: { bytesMax: policy.robotsBytesMax, whenLarger: 'cut' },
    budget: createNetBudget(policy.pageSeconds * 1_000, signal),
  } as const;
  const mayAsk: MayAsk = async () => ({ crawlDelaySeconds: null });
  try {
    const robotsUrl = new URL('/robots.txt', url);
    const { status, bytes } = await follow(door, robotsUrl, question, { mayAsk, signal, trail: [] });
    if (status >= 200 && status < 300) {
      const text = new TextDecoder().decode(bytes).replaceAll('\0', '');
      return { rule: 'file', text, reason: 'The site has a robots.txt.' };
    }
    if (status !== 429 && status < 500)
      return { rule: 'allow', text: '', reason: `The site has no robots.txt (status ${status}).` };
    const reason = `The robots.txt of ${url.host} answers with status ${status}, so nothing of the site may be read for now.`;
    return { rule: 'disallow', text: '', reason };
  } catch (error) {
    if (error instanceof FetchFailed && error.code === 'too_many_redirects')
      return { rule: 'allow', text: '', reason: 'The robots.txt leads in circles, which counts as none.' };
    const { code, message } = failureOf(error, signal.aborted, policy.pageSeconds);
    const isOfSite = code === 'blocked_address' || code === 'unreachable' || code === 'cancelled';
    throw new FetchFailed(code, isOfSite ? message : `${message} (Asked for robots.txt.)`);
  }
}
