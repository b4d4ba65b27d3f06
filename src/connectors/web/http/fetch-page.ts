import { setTimeout as sleep } from 'node:timers/promises';
import type { Redirect } from '../../../domain/web/capture.ts';
import type { CaptureError } from '../../../domain/web/capture-error.ts';
import { failureOf } from '../failure-of.ts';
import type { WebReaderParts } from '../web-reader-parts.ts';
import type { Answer } from './ask-once.ts';
import { type Door, follow, type MayAsk } from './follow.ts';
import { createNetBudget } from './net-budget.ts';
import { retryDelayMs, wishedMs } from './retry-delay.ts';

/** What plain HTTP brought. With an error there may still be an answer: one that says 404, say. */
export interface FetchedPage {
  readonly answer: Answer | null;
  readonly redirects: readonly Redirect[];
  readonly error: CaptureError | null;
}

export interface PageQuestion {
  readonly url: URL;
  readonly accept: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytesMax: number;
  readonly signal: AbortSignal;
  readonly mayAsk: MayAsk;
}

/** A connection that was cut may have been a moment's trouble; a name that does not exist was none. */
const PASSING = ['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE', 'EAI_AGAIN'];

/** Asks for a page, again where the site says it was too busy or the connection was cut. Never rejects for a bad page. */
export async function fetchPage(
  door: Door & { readonly parts: Pick<WebReaderParts, 'lease'> },
  question: PageQuestion,
): Promise<FetchedPage> {
  const { policy, userAgent, now, lease } = door.parts;
  const { url, accept, headers, bytesMax, signal, mayAsk } = question;
  for (let attempts = 1; ; attempts += 1) {
    const trail: Redirect[] = [];
    try {
      const budget = createNetBudget(policy.pageSeconds * 1_000, signal);
      const body = { bytesMax, whenLarger: 'refuse' } as const;
      const asked = { userAgent, accept, headers, body, budget };
      const answer = await follow(door, url, asked, { mayAsk, signal, trail });
      const { status } = answer;
      if ((status >= 200 && status < 300) || status === 304) return { answer, redirects: trail, error: null };
      const retryAfter = answer.header('retry-after');
      const delayMs = retryDelayMs(
        { status, retryAfter },
        { attempts, chance: Math.random(), now: now() },
        policy,
      );
      if (delayMs === null)
        return { answer, redirects: trail, error: statusError(status, retryAfter, now()) };
      // Nobody else asks this host before it wants to be asked.
      if (retryAfter !== '') await lease(answer.url.host, { delayMs, waitMaxMs: policy.hostWaitMaxMs });
      await sleep(delayMs, undefined, { signal });
    } catch (error) {
      const failure = failureOf(error, signal.aborted, policy.pageSeconds);
      const isLast = attempts > policy.retriesMax || !isPassing(error);
      if (isLast || signal.aborted) return { answer: null, redirects: trail, error: failure };
      await sleep(policy.retryDelayMs * attempts * (0.5 + Math.random() / 2));
    }
  }
}

function statusError(status: number, retryAfter: string, now: Date): CaptureError {
  const wished = wishedMs(retryAfter, now);
  const later = wished === null ? '' : ` It asks to come back in ${Math.ceil(wished / 1_000)} seconds.`;
  return { code: 'http_status', message: `The site answered with status ${status}.${later}` };
}

const isPassing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && PASSING.includes(String(error.code));
