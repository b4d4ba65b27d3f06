import { retryAfterSeconds } from '../../domain/deliveries/retry-after.ts';
import { askedWaitSeconds } from './asked-wait.ts';
import { type Attempt, attempt } from './attempt.ts';
import { createBreaker } from './breaker.ts';
import type { HttpCall, HttpOutcome } from './http-call.ts';
import type { HttpClient, HttpClientOptions } from './http-client.ts';
import { REAL_SURROUNDINGS } from './surroundings.ts';
import { createTurns } from './turns.ts';

const TIMEOUT_SECONDS = 30;
const ANSWER_BYTES_MAX = 64 * 2 ** 20;
const ATTEMPTS_MAX = 4;
/** A system that asks for more is not waited for: whoever called comes back later. */
const WAIT_SECONDS_MAX = 90;

/**
 * The one way to call a system: within its limits, with time-outs and a cap on answers. Reads and repeatable writes
 * are tried again with jitter when it is busy, fails or does not answer, for as long as it asks; other writes go out
 * once. After five failures in a row it is left alone for 60 s. Keep one client for an account.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { system, baseUrl, account, limits, otherLimits = {}, takeTurn } = options;
  const surroundings = options.surroundings ?? REAL_SURROUNDINGS;
  const { timeoutSeconds = TIMEOUT_SECONDS, answerBytesMax = ANSWER_BYTES_MAX } = options;
  const { attemptsMax = ATTEMPTS_MAX, busyStatuses = [429] } = options;
  const breaker = createBreaker(surroundings.nowMs);
  const turns = createTurns(account, limits, takeTurn, surroundings);
  const otherTurns = Object.fromEntries(
    Object.entries(otherLimits).map(([name, other]) => [
      name,
      createTurns(`${account}/${name}`, other, takeTurn, surroundings),
    ]),
  );

  async function call(asked: HttpCall): Promise<HttpOutcome> {
    const { effect, signal } = asked;
    const url = urlOf(baseUrl, asked);
    const headers = { accept: 'application/json', ...options.headers, ...asked.headers };
    for (let attempts = 1; ; attempts += 1) {
      const restMs = breaker.restMs();
      if (restMs > 0) return leftAlone(system, restMs);
      let made: Attempt;
      try {
        made = await (otherTurns[asked.limit ?? ''] ?? turns).run(
          () => attempt(url, headers, asked, { timeoutSeconds, answerBytesMax }),
          signal,
        );
      } catch (error) {
        // Only waiting for a turn throws, and only when stopped: nothing was sent.
        if (effect === 'read') throw error;
        return { state: 'failed', reason: 'It was stopped before it was sent.', retryAfterSeconds: null };
      }
      if (effect === 'read') signal?.throwIfAborted();
      const isBusy = made.state === 'answered' && busyStatuses.includes(made.status);
      if (made.state === 'answered' && !isBusy && made.status < 500) {
        breaker.succeeded();
        return made;
      }
      if (!isBusy) breaker.failed();
      const wait = made.state === 'answered' ? askedWaitSeconds(made.headers, surroundings.nowMs()) : null;
      const isLast = effect === 'write' || attempts >= attemptsMax || (wait ?? 0) > WAIT_SECONDS_MAX;
      if (isLast) {
        if (isBusy && wait !== null) breaker.leaveAlone(wait * 1_000);
        return outcomeOf(made, asked, { isBusy, wait, system });
      }
      const pauseSeconds = Math.max(wait ?? 0, retryAfterSeconds(attempts, surroundings.random()));
      await surroundings.sleep(pauseSeconds * 1_000, signal);
    }
  }

  return { system, call };
}

/** What an attempt that did not work out means for the caller. */
function outcomeOf(
  made: Attempt,
  { effect }: HttpCall,
  { isBusy, wait, system }: { isBusy: boolean; wait: number | null; system: string },
): HttpOutcome {
  if (isBusy)
    return { state: 'failed', reason: `${system} takes no more calls for now.`, retryAfterSeconds: wait };
  const reason =
    made.state === 'answered' ? `${system} fails with status ${made.status}.` : `${system}: ${made.reason}`;
  // A server that fails may have failed after doing what it was asked to.
  if (made.state === 'not_sent' || effect === 'read')
    return { state: 'failed', reason, retryAfterSeconds: wait };
  return { state: 'unclear', reason };
}

function leftAlone(system: string, restMs: number): HttpOutcome {
  const retryAfterSeconds = Math.ceil(restMs / 1_000);
  return {
    state: 'failed',
    reason: `${system} is left alone for ${retryAfterSeconds} s more.`,
    retryAfterSeconds,
  };
}

function urlOf(baseUrl: string, { path, query = {} }: HttpCall): string {
  const text = new URLSearchParams(query).toString();
  return `${baseUrl}${path}${text === '' ? '' : `?${text}`}`;
}
