import type { Response } from 'express';
import type { Problem } from '../../domain/http/problem.ts';

/** Seconds after which a client may come back when nothing better is known. */
const RETRY_SECONDS = 2;

/** Answers with a problem document and the headers that its status asks for. */
export function sendProblem(response: Response, problem: Problem): void {
  const { status, retryAfterSeconds } = problem;
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="marginkeeper"');
  if (status === 429 || status === 503) {
    response.setHeader(
      'Retry-After',
      typeof retryAfterSeconds === 'number' ? retryAfterSeconds : RETRY_SECONDS,
    );
  }
  response
    .status(status)
    .setHeader('Content-Type', 'application/problem+json')
    .setHeader('Cache-Control', 'no-store')
    .end(JSON.stringify(problem));
}
