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

/** The service could not be reached at all. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/**
 * Asks the service and reads the answer by its schema.
 *
 * @param body - sent as JSON with POST; absent means GET.
 * @throws {ApiProblem | Unreachable}
 */
export async function request<Answer extends z.ZodType>(
  path: string,
  answer: Answer,
  body?: unknown,
): Promise<z.output<Answer>> {
  const response = await send(path, body);
  const text = await response.text();
  const json: unknown = text === '' ? null : parse(text);
  if (response.ok) return answer.parse(json);
  const problem = Problem.safeParse(json);
  throw problem.success
    ? new ApiProblem(problem.data)
    : new Unreachable(`The service answered ${response.status} and did not say why.`);
}

async function send(path: string, body: unknown): Promise<Response> {
  const init: RequestInit =
    body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-csrf-token': readCsrfToken() ?? '' },
          body: JSON.stringify(body),
        };
  try {
    return await fetch(path, { ...init, credentials: 'same-origin' });
  } catch (error) {
    throw new Unreachable(
      `The service cannot be reached. ${error instanceof Error ? error.message : ''}`.trim(),
    );
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
