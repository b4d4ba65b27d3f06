import type { ErrorRequestHandler } from 'express';
import { Refusal } from '../../domain/errors.ts';
import type { Logger } from '../http-deps.ts';
import { requestState } from '../requests/request-state.ts';
import { problemOf } from './problem-of.ts';
import { sendProblem } from './send-problem.ts';

/** The last stop of every request that failed. A stack goes to the log, never to the client. */
export function handleError(log: Logger): ErrorRequestHandler {
  return (thrown: unknown, _request, response, _next) => {
    const error = isUndecodable(thrown)
      ? new Refusal('input_invalid', 'The address holds a % that stands for no character.')
      : thrown;
    const { requestId } = requestState(response);
    const problem = problemOf(error, requestId);
    if (problem.status >= 500 && !(error instanceof Refusal)) {
      log.error({ requestId, error }, problem.code);
    }
    if (response.headersSent) {
      // Half an answer is out: only breaking the connection can say that it is not whole.
      response.destroy();
      return;
    }
    requestState(response).code = problem.code;
    sendProblem(response, problem);
  };
}

/** Express could not decode a part of the path. */
function isUndecodable(error: unknown): boolean {
  return error instanceof URIError || (error instanceof Error && 'status' in error && error.status === 400);
}
