import type { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { parseExactJson } from '../../domain/text/exact-json.ts';
import type { HttpCall, HttpOutcome } from './http-call.ts';
import type { HttpClient } from './http-client.ts';

const SHOWN_MAX = 200;

/**
 * Reads: makes the call and gives the answer's JSON, numbers as text, in the shape asked for.
 *
 * @throws {Refusal} `system_sign_in_refused` (401, 403), `system_busy`, `system_unreachable`, or
 *   `system_answer_unusable` for any other answer.
 */
export async function ask<Schema extends z.ZodType>(
  client: HttpClient,
  call: Omit<HttpCall, 'effect'>,
  schema: Schema,
): Promise<z.output<Schema>> {
  return answerOf(client.system, await client.call({ ...call, effect: 'read' }), schema);
}

/** The same for a call that was made already. */
export function answerOf<Schema extends z.ZodType>(
  system: string,
  outcome: HttpOutcome,
  schema: Schema,
): z.output<Schema> {
  if (outcome.state !== 'answered') throw notAnswered(outcome);
  const { status, body } = outcome;
  if (status === 401 || status === 403) {
    throw new Refusal(
      'system_sign_in_refused',
      `${system} does not accept these credentials, or they do not cover this (status ${status}).`,
      { status },
    );
  }
  if (status < 200 || status > 299) {
    throw new Refusal('system_answer_unusable', `${system} refuses the call: ${saysOf(body, status)}`, {
      status,
    });
  }
  const { data, error } = schema.safeParse(parseExactJson(body));
  if (error) {
    const where = error.issues[0]?.path.join('.') ?? '';
    throw new Refusal(
      'system_answer_unusable',
      `${system} answered in another shape than documented${where === '' ? '' : `, at ${where}`}.`,
      { status, where },
    );
  }
  return data;
}

/** What an answer says, for a sentence: without control characters, cut short. */
export function saysOf(body: string, status: number): string {
  const text = body
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, SHOWN_MAX);
  return text === '' ? `status ${status}` : `status ${status}, ${text}`;
}

function notAnswered(outcome: Exclude<HttpOutcome, { state: 'answered' }>): Refusal {
  if (outcome.state === 'failed' && outcome.retryAfterSeconds !== null) {
    const { reason, retryAfterSeconds } = outcome;
    return new Refusal('system_busy', reason, { retryAfterSeconds });
  }
  return new Refusal('system_unreachable', outcome.reason);
}
