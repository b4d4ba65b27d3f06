import { DAY_MS, HOUR_MS, SECOND_MS } from './calendar.ts';
import { at, type Chance } from './chance.ts';

/** How many of a hundred or so visits fall into each hour of the day (UTC). */
const VISITS_BY_HOUR = [2, 1, 1, 1, 1, 2, 3, 5, 6, 7, 8, 8, 9, 8, 7, 7, 7, 7, 8, 9, 10, 9, 7, 4];
const HOUR_OF_VISIT = VISITS_BY_HOUR.flatMap((visits, hour) => Array<number>(visits).fill(hour));
/** Below one, later days get more visits: Christmas comes nearer. */
const GROWTH = 0.85;

/** A moment people browse at: by day rather than by night, in later weeks rather than in earlier ones. */
export function browsingMs(fromMs: number, untilMs: number, chance: Chance): number {
  const days = Math.max(1, Math.floor((untilMs - fromMs) / DAY_MS));
  const day = Math.floor(days * chance.unit() ** GROWTH);
  const hour = at(HOUR_OF_VISIT, chance.whole(HOUR_OF_VISIT.length));
  const midnightMs = Math.floor(fromMs / DAY_MS) * DAY_MS;
  return midnightMs + day * DAY_MS + hour * HOUR_MS + chance.whole(HOUR_MS / SECOND_MS) * SECOND_MS;
}

/** A moment without day or night, as machines keep no hours. */
export function sleeplessMs(fromMs: number, untilMs: number, chance: Chance): number {
  return fromMs + chance.whole((untilMs - fromMs) / SECOND_MS) * SECOND_MS;
}
