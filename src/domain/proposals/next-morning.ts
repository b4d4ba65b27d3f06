const MORNING_HOUR = 8;
const HOUR_MS = 3_600_000;
const HOURS_SEARCHED = 49;

/**
 * The next 08:00 on the wall clock of a time zone, strictly after `now`.
 *
 * Found by walking whole hours, so that a change to or from summer time needs no arithmetic of ours. In zones
 * that differ by half an hour the answer is the first full UTC hour in which it is 8 o'clock there.
 *
 * @param timeZone - IANA name; an unknown one is a RangeError of the platform.
 */
export function nextMorning(now: Date, timeZone: string): Date {
  const hourThere = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  const firstFullHour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS + HOUR_MS;
  for (let step = 0; step < HOURS_SEARCHED; step += 1) {
    const candidate = new Date(firstFullHour + step * HOUR_MS);
    if (Number(hourThere.format(candidate)) === MORNING_HOUR) return candidate;
  }
  throw new RangeError(`no morning comes in ${timeZone}`);
}
