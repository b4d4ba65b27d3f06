import type { Agent } from 'undici';
import type { Redirect } from '../../../domain/web/capture.ts';
import { checkFetchUrl } from '../../../domain/web/fetch-url.ts';
import { showUrl } from '../../../domain/web/show-url.ts';
import { FetchFailed } from '../fetch-failed.ts';
import type { WebReaderParts } from '../web-reader-parts.ts';
import { type Answer, askOnce, type Question } from './ask-once.ts';
import type { TakeTurn } from './host-turns.ts';

/** What every request of one reader goes through. */
export interface Door {
  readonly agent: Agent;
  readonly allow: ReadonlySet<string>;
  readonly takeTurn: TakeTurn;
  readonly parts: Pick<WebReaderParts, 'policy' | 'userAgent' | 'now' | 'log' | 'robots'>;
}

/** Whether a site lets us ask for a URL, and how slowly. */
export type MayAsk = (url: URL, signal: AbortSignal) => Promise<{ crawlDelaySeconds: number | null }>;

/**
 * Asks for a URL and follows its redirects, each of them checked like the first: the URL, the fence, the site's robots.txt
 * and its pace.
 *
 * @param trail - gets every redirect, also of a chain that ends badly.
 * @throws {FetchFailed} and what `askOnce` throws.
 */
export async function follow(
  door: Door,
  start: URL,
  question: Question,
  { mayAsk, signal, trail }: { mayAsk: MayAsk; signal: AbortSignal; trail: Redirect[] },
): Promise<Answer> {
  const { redirectsMax } = door.parts.policy;
  let url = start;
  for (;;) {
    const { crawlDelaySeconds } = await mayAsk(url, signal);
    const here = url;
    const answer = await door.takeTurn({ host: url.host, crawlDelaySeconds, signal }, () =>
      askOnce(door.agent, here, question),
    );
    const next = nextOf(answer);
    if (next === null) return answer;
    trail.push({ from: showUrl(url.href), to: showUrl(next), status: answer.status });
    if (trail.length > redirectsMax)
      throw new FetchFailed(
        'too_many_redirects',
        `The page leads on more than ${redirectsMax} times; the chain was left there.`,
      );
    const checked = checkFetchUrl(next, door.allow);
    if (checked.error) throw new FetchFailed(checked.error.code, `A redirect: ${checked.error.message}`);
    url = checked.url;
  }
}

/** Where an answer leads; null when it is no redirect, or one without an address. */
function nextOf({ status, header, url }: Answer): string | null {
  if (![301, 302, 303, 307, 308].includes(status)) return null;
  const location = header('location');
  if (location === '') return null;
  // As written where it is whole: an odd spelling must not be smoothed before it is checked.
  if (/^[a-z][a-z0-9+.-]*:/i.test(location)) return location;
  if (/^[/\\]{2}/.test(location)) return `${url.protocol}${location}`;
  if (!URL.canParse(location, url)) throw new FetchFailed('url_refused', 'A redirect leads to no URL.');
  return new URL(location, url).href;
}
