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
    const sentence = 'The database does not answer just now. Look again in a moment whether this was done.';
    return document('database_unreachable', statusOf('database_unreachable'), sentence, requestId, {});
  }
  if (isUnreadableValue(error)) {
    const sentence = 'The request holds a value that the database cannot read.';
    return document('input_invalid', statusOf('input_invalid'), sentence, requestId, {});
  }
  const sentence = 'Something went wrong here. The log says what, under this request’s id.';
  return document('internal_error', 500, sentence, requestId, {});
}

/** SQLSTATE 22021, 22P02, 22P05: text that is no text, no uuid, no number to PostgreSQL; the last fence, not the first. */
function isUnreadableValue(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === '22021' || code === '22P02' || code === '22P05';
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
