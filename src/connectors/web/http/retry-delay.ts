import type { WebPolicy } from '../../../domain/web/web-policy.ts';

const RETRIED = [429, 500, 502, 503, 504];

/**
 * How long to wait before asking once more.
 *
 * @param retryAfter - the header: seconds or a date; empty when there is none.
 * @param attempts - made so far, >= 1.
 * @param chance - in [0, 1).
 * @returns milliseconds; null when asking again is no use, or the site wants more time than the policy waits.
 */
export function retryDelayMs(
  { status, retryAfter }: { readonly status: number; readonly retryAfter: string },
  { attempts, chance, now }: { readonly attempts: number; readonly chance: number; readonly now: Date },
  policy: WebPolicy,
): number | null {
  if (!RETRIED.includes(status) || attempts > policy.retriesMax) return null;
  const wished = wishedMs(retryAfter, now);
  if (wished !== null && wished > policy.retryAfterMaxMs) return null;
  const usual = policy.retryDelayMs * 2 ** (attempts - 1) * (0.5 + chance / 2);
  return Math.round(Math.max(usual, wished ?? 0));
}

/** What a Retry-After header asks for, in milliseconds; null when it asks for nothing readable. */
export function wishedMs(retryAfter: string, now: Date): number | null {
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter) * 1_000;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
