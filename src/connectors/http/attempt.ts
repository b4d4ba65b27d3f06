import { Agent, request } from 'undici';
import type { HttpCall } from './http-call.ts';

/** How one attempt ended. `not_sent`: no byte of it reached the system. `lost`: it may have done its work. */
export type Attempt =
  | {
      readonly state: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly state: 'not_sent'; readonly reason: string }
  | { readonly state: 'lost'; readonly reason: string };

export interface AttemptLimits {
  readonly timeoutSeconds: number;
  readonly answerBytesMax: number;
}

/** A connection of its own for each write: one kept open may be gone by then, and its loss would leave the write unclear. */
const FRESH = new Agent({ pipelining: 0 });
const NOT_CONNECTED =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|UNABLE_TO_.*|ERR_TLS_.*|ERR_SSL_.*)$/;

/** Makes one call. Reasons are sentences without address, header or body: those may hold secrets. */
export async function attempt(
  url: string,
  headers: Readonly<Record<string, string>>,
  { method, body, effect, signal }: HttpCall,
  { timeoutSeconds, answerBytesMax }: AttemptLimits,
): Promise<Attempt> {
  const timeout = AbortSignal.timeout(timeoutSeconds * 1_000);
  try {
    const answer = await request(url, {
      method,
      headers: { ...headers, ...contentType(body) },
      body: contentOf(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...(effect === 'read' ? {} : { dispatcher: FRESH }),
    });
    const text = await textOf(answer.body, answerBytesMax);
    if (text === null) return { state: 'lost', reason: `Its answer is longer than ${answerBytesMax} bytes.` };
    return { state: 'answered', status: answer.statusCode, headers: flat(answer.headers), body: text };
  } catch (error) {
    const code = codeOf(error);
    if (NOT_CONNECTED.test(code)) return { state: 'not_sent', reason: `No connection (${code}).` };
    if (timeout.aborted) return { state: 'lost', reason: `No answer within ${timeoutSeconds} s.` };
    if (signal?.aborted) return { state: 'lost', reason: 'It was stopped while waiting for the answer.' };
    return { state: 'lost', reason: `The connection broke before the answer was whole (${code}).` };
  }
}

function contentType(body: HttpCall['body']): Record<string, string> {
  if (body === undefined) return {};
  return {
    'content-type': 'json' in body ? 'application/json' : 'application/x-www-form-urlencoded',
  };
}

function contentOf(body: HttpCall['body']): string | null {
  if (body === undefined) return null;
  return 'json' in body ? JSON.stringify(body.json) : new URLSearchParams(body.form).toString();
}

async function textOf(
  body: AsyncIterable<Buffer> & { destroy(): unknown },
  bytesMax: number,
): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > bytesMax) {
      body.destroy();
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? ''].flat().join(', ')]),
  );
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
