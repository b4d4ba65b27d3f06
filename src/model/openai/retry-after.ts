const WAIT_MS_MAX = 10 * 60_000;

/**
 * How long a server asks to be left alone.
 *
 * @param milliseconds - `retry-after-ms`, which some servers send; null when absent.
 * @param header - `Retry-After`: seconds, or a date; null when absent.
 * @param nowMs - what a date is measured from.
 * @returns milliseconds in [0, 600000]; null when neither header can be read.
 */
export function retryAfterMs(
  milliseconds: string | null,
  header: string | null,
  nowMs: number = Date.now(),
): number | null {
  const asked = figure(milliseconds) ?? seconds(header) ?? until(header, nowMs);
  return asked === null ? null : Math.min(WAIT_MS_MAX, Math.max(0, Math.round(asked)));
}

function figure(text: string | null): number | null {
  return text !== null && /^\s*\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : null;
}

function seconds(text: string | null): number | null {
  const value = figure(text);
  return value === null ? null : value * 1_000;
}

function until(text: string | null, nowMs: number): number | null {
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : at - nowMs;
}
