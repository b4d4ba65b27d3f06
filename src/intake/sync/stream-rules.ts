/** How one kind of stream is read. Seconds and days. */
export interface StreamRule {
  /**
   * `on`: from where the last reading came to, a little earlier. `back`: the last so many days again. `whole`: all there
   * is, without a time.
   */
  readonly goes: 'on' | 'back' | 'whole';
  readonly everySeconds: number;
  /** What is read a second time, because systems show some changes late. */
  readonly overlapSeconds: number;
  /** How far back the first reading goes, and every one that goes back. */
  readonly days: number;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;

/**
 * By the name of the stream. Ours, not the systems': a change is here within a quarter of an hour (an application within
 * an hour), and once a day the
 * sales of 120 days are read again, since some networks show a payment under no date of change.
 */
export const STREAM_RULES = {
  changes: { goes: 'on', everySeconds: 900, overlapSeconds: HOUR, days: 120 },
  sales: { goes: 'back', everySeconds: DAY, overlapSeconds: 0, days: 120 },
  applications: { goes: 'on', everySeconds: HOUR, overlapSeconds: DAY, days: 1_095 },
  orders: { goes: 'on', everySeconds: 900, overlapSeconds: 300, days: 365 },
  inventory: { goes: 'whole', everySeconds: DAY, overlapSeconds: 0, days: 1 },
  codes: { goes: 'whole', everySeconds: HOUR, overlapSeconds: 0, days: 1 },
} as const satisfies Readonly<Record<string, StreamRule>>;

/** The time that a reading covers: a broken one is taken up where it broke off. */
export function readingOf(
  { goes, overlapSeconds, days }: StreamRule,
  {
    complete_until: completeUntil,
    reads_until: readsUntil,
  }: {
    readonly complete_until: Date | null;
    readonly reads_until: Date | null;
  },
  now: Date,
): { readonly from: Date; readonly until: Date } {
  const back = new Date(now.getTime() - days * DAY * 1_000);
  if (goes === 'whole') return { from: back, until: now };
  if (readsUntil !== null && completeUntil !== null && completeUntil < readsUntil) {
    return { from: completeUntil, until: readsUntil };
  }
  if (goes === 'back' || completeUntil === null) return { from: back, until: now };
  return { from: new Date(completeUntil.getTime() - overlapSeconds * 1_000), until: now };
}
