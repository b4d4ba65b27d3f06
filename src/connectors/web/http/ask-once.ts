import type { Agent } from 'undici';
import type { NetBudget } from './net-budget.ts';
import { type BodyLimits, readBody } from './read-body.ts';

/** One answer of a site. */
export interface Answer {
  readonly url: URL;
  readonly status: number;
  /** A header's first value; empty when it is not there. */
  readonly header: (name: string) => string;
  /** Every cookie's line. */
  readonly cookies: readonly string[];
  readonly bytes: Uint8Array;
}

export interface Question {
  readonly userAgent: string;
  readonly accept: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyLimits;
  readonly budget: NetBudget;
}

/**
 * One GET over plain HTTP; redirects are not followed and their bodies not read.
 *
 * @throws whatever undici, zlib or the fence say; see `failureOf`.
 */
export async function askOnce(agent: Agent, url: URL, question: Question): Promise<Answer> {
  const { userAgent, accept, headers, body: limits, budget } = question;
  return budget.spend(async (signal) => {
    const {
      statusCode,
      headers: said,
      body,
    } = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: {
        'user-agent': userAgent,
        accept,
        'accept-language': 'en, *;q=0.5',
        'accept-encoding': 'gzip, br',
        ...headers,
      },
      signal,
    });
    // Whoever reads it hears of its errors; one that is left unread has them too.
    body.on('error', () => undefined);
    const header = (name: string): string => [said[name] ?? ''].flat()[0] ?? '';
    const cookies = [said['set-cookie'] ?? []].flat();
    const isRedirect = statusCode >= 300 && statusCode < 400;
    if (isRedirect) body.destroy();
    const bytes = isRedirect ? new Uint8Array() : await readBody(body, header('content-encoding'), limits);
    return { url, status: statusCode, header, cookies, bytes };
  });
}
