import type { z } from 'zod';
import { Problem } from '../../domain/http/problem.ts';
import { readCsrfToken } from './csrf-token.ts';

/** What the service answered instead of what was asked for: a sentence a person can read, and its facts. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** The service could not be reached at all, or answered what this page cannot read. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Browsers refuse more than 64 KiB, over all requests under way. */
const KEEPALIVE_LENGTH_MAX = 16_000;

interface Options {
  /** Sent as JSON with POST; absent means GET. */
  readonly body?: unknown;
  /** Instead of GET, for what takes no body. */
  readonly method?: 'DELETE';
  readonly signal?: AbortSignal;
}

/**
 * Asks the service and reads the answer by its schema.
 *
 * @throws {ApiProblem | Unreachable}
 */
export async function request<Answer extends z.ZodType>(
  path: string,
  answer: Answer,
  options: Options = {},
): Promise<z.output<Answer>> {
  const response = await send(path, options);
  const text = await response.text();
  const json: unknown = text === '' ? null : parse(text);
  if (response.ok) {
    const read = answer.safeParse(json);
    if (read.success) return read.data;
    throw new Unreachable('The service is of another version than this page: load the page again.');
  }
  const problem = Problem.safeParse(json);
  throw problem.success
    ? new ApiProblem(problem.data)
    : new Unreachable(`The service answered ${response.status} and did not say why.`);
}

async function send(
  path: string,
  { body, method, signal = AbortSignal.timeout(60_000) }: Options,
): Promise<Response> {
  try {
    return await fetch(path, {
      ...(body === undefined ? {} : post(body)),
      ...(method === undefined ? {} : { method, headers: { 'x-csrf-token': readCsrfToken() ?? '' } }),
      signal,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (signal.aborted && !(signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError')) {
      throw error;
    }
    throw new Unreachable('The service cannot be reached. It may be stopped, or the network is down.');
  }
}

function post(body: unknown): RequestInit {
  const text = JSON.stringify(body);
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': readCsrfToken() ?? '' },
    body: text,
    // A decision arrives even when the page is closed right after the key; browsers allow that for small bodies.
    keepalive: text.length < KEEPALIVE_LENGTH_MAX,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
