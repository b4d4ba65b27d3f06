import type { Response } from 'express';
import type { Problem } from '../../domain/http/problem.ts';

/** Seconds after which a client may come back when nothing better is known. */
const RETRY_SECONDS = 2;

/** Answers with a problem document. Headers that a status needs (`WWW-Authenticate`, `Retry-After`) are added unless set. */
export function sendProblem(response: Response, problem: Problem): void {
  if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="marginkeeper"');
  if (problem.status === 503 && !response.hasHeader('Retry-After'))
    response.setHeader('Retry-After', RETRY_SECONDS);
  response
    .status(problem.status)
    .setHeader('Content-Type', 'application/problem+json')
    .setHeader('Cache-Control', 'no-store')
    .end(JSON.stringify(problem));
}
