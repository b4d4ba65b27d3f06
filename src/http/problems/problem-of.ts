import { Refusal, type RefusalCode } from '../../domain/errors.ts';
import type { Problem } from '../../domain/http/problem.ts';
import { isDatabaseAway } from './is-database-away.ts';
import { statusOf } from './status-of.ts';

type Code = RefusalCode | 'internal_error';

/**
 * What the client is told about an error: a refusal's own sentence, and of anything else only that it happened.
 *
 * @param requestId - by which the operator finds the rest in the log.
 */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof Refusal) {
    const { code, sentence, facts } = error;
    return document(code, statusOf(code), sentence, requestId, facts);
  }
  if (isDatabaseAway(error)) {
    const sentence = 'The database does not answer just now. Nothing was changed; try again in a moment.';
    return document('database_unreachable', statusOf('database_unreachable'), sentence, requestId, {});
  }
  const sentence = 'Something went wrong here. The log says what, under this request’s id.';
  return document('internal_error', 500, sentence, requestId, {});
}

function document(
  code: Code,
  status: number,
  detail: string,
  requestId: string,
  facts: Readonly<Record<string, string | number>>,
): Problem {
  // The facts come first: none of them may take the place of a member of the standard.
  return {
    ...facts,
    type: `urn:marginkeeper:problem:${code}`,
    title: titleOf(code),
    status,
    code,
    detail,
    requestId,
  };
}

/** `proposal_already_decided` → `Proposal already decided`. */
function titleOf(code: Code): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
