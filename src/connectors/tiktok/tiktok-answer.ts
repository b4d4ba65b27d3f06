import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { answerOf } from '../http/ask.ts';
import type { HttpOutcome } from '../http/http-call.ts';

export const TIKTOK = 'TikTok';
/** How long an account's own limit, or a day's quota of research, may last. */
const BUSY_SECONDS = 3_600;
/** Of TikTok's names, what a person has to put right. */
const SIGN_IN: Readonly<Record<string, string>> = {
  access_token_invalid:
    'TikTok does not accept this token: it has run out or was taken back. Give a new one; a user’s token lives for hours.',
  scope_not_authorized:
    'The account has not allowed what is asked: user.info.profile, user.info.stats and video.list.',
  scope_permission_missed: 'The token lacks a permission that TikTok wants for these figures.',
  invalid_client: 'TikTok does not know this client key, or its secret is another.',
};

const Failure = z.looseObject({
  /** An object where figures are asked for, a word where a token is. */
  error: z.union([z.string(), z.looseObject({ code: z.string() }).transform(({ code }) => code)]),
});

/**
 * The answer in the shape asked for; errors by the names of TikTok's error handling page.
 *
 * @throws {Refusal} `system_sign_in_refused`, `system_busy`, `system_unreachable`, `system_answer_unusable` (with the
 *   fact `code`: TikTok's name).
 */
export function tiktokAnswer<Schema extends z.ZodType>(
  outcome: HttpOutcome,
  schema: Schema,
): z.output<Schema> {
  if (outcome.state !== 'answered') return answerOf(TIKTOK, outcome, schema);
  const code = codeOf(outcome.body);
  if (code === null || code === 'ok') return answerOf(TIKTOK, outcome, schema);
  if (code === 'rate_limit_exceeded') {
    throw new Refusal('system_busy', 'TikTok takes no more calls for now.', {
      retryAfterSeconds: BUSY_SECONDS,
    });
  }
  const refused = SIGN_IN[code];
  if (refused !== undefined) throw new Refusal('system_sign_in_refused', refused, { code });
  if (outcome.status >= 500) {
    throw new Refusal('system_unreachable', `TikTok fails with status ${outcome.status}.`, { code });
  }
  throw new Refusal(
    'system_answer_unusable',
    `TikTok refuses the call: ${code.replaceAll(/[^\w.]/g, ' ').slice(0, 60)}.`,
    { code },
  );
}

/** @returns null where the answer names no error. */
function codeOf(body: string): string | null {
  try {
    return Failure.safeParse(JSON.parse(body)).data?.error ?? null;
  } catch {
    // Whoever asked hears that the answer is of no documented shape.
    return null;
  }
}
