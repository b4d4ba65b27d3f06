import assert from 'node:assert';

/** A stretch of time: from, inclusive, until, exclusive. */
export interface TimeWindow {
  readonly from: Date;
  readonly until: Date;
}

/**
 * Cuts a time into windows that an API takes, oldest first, without gap or overlap; none when the time is empty.
 *
 * @param secondsMax - how long a window may be, > 0.
 */
export function cutWindows({ from, until }: TimeWindow, secondsMax: number): TimeWindow[] {
  assert(secondsMax > 0, 'a window has a length');
  const windows: TimeWindow[] = [];
  for (let at = from.getTime(); at < until.getTime(); at += secondsMax * 1_000) {
    windows.push({
      from: new Date(at),
      until: new Date(Math.min(until.getTime(), at + secondsMax * 1_000)),
    });
  }
  return windows;
}

/**
 * The windows in which these moments lie, few and short: moments closer than `marginSeconds` share one, none is
 * longer than `secondsMax`.
 */
export function windowsAround(
  moments: readonly Date[],
  { marginSeconds, secondsMax }: { readonly marginSeconds: number; readonly secondsMax: number },
): TimeWindow[] {
  const windows: { from: number; until: number }[] = [];
  for (const at of moments.map((moment) => moment.getTime()).sort((left, right) => left - right)) {
    const last = windows.at(-1);
    const until = at + marginSeconds * 1_000;
    if (last && at - marginSeconds * 1_000 <= last.until && until - last.from <= secondsMax * 1_000) {
      last.until = until;
    } else {
      windows.push({ from: Math.max(last?.until ?? 0, at - marginSeconds * 1_000), until });
    }
  }
  return windows.map(({ from, until }) => ({ from: new Date(from), until: new Date(until) }));
}
