const HEADERS = ['retry-after', 'x-ratelimit-retry-after', 'x-ratelimit-reset'] as const;
/** Larger numbers are a moment since 1970, not a number of seconds. */
const EPOCH_SECONDS_MIN = 1_000_000_000;
const EPOCH_MILLISECONDS_MIN = 1_000_000_000_000;

/**
 * How long an answer asks to wait, seconds, rounded up; null when it does not say.
 *
 * Read in this order: `Retry-After` (seconds or a date), Partnerize's `X-RateLimit-Retry-After`, and
 * `X-RateLimit-Reset`, which is seconds at one system and a moment at another.
 */
export function askedWaitSeconds(headers: Readonly<Record<string, string>>, nowMs: number): number | null {
  for (const name of HEADERS) {
    const text = headers[name]?.trim() ?? '';
    const seconds = /^\d{1,15}(?:\.\d+)?$/.test(text)
      ? fromNumber(Number(text), nowMs)
      : fromDate(text, nowMs);
    if (seconds !== null) return Math.max(0, Math.ceil(seconds));
  }
  return null;
}

function fromNumber(value: number, nowMs: number): number {
  if (value >= EPOCH_MILLISECONDS_MIN) return (value - nowMs) / 1_000;
  return value >= EPOCH_SECONDS_MIN ? value - nowMs / 1_000 : value;
}

function fromDate(text: string, nowMs: number): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : (at - nowMs) / 1_000;
}
