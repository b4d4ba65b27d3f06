import type { Behaviour } from './behaviour.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './calendar.ts';
import type { Chance } from './chance.ts';
import { wholeSeconds } from './site-event.ts';

const COOKIE_MS = 29 * DAY_MS;
const MINUTES_SIGMA = 1.06;
const HOURS_MEDIAN_MS = 5 * HOUR_MS;
const HOURS_SIGMA = 0.9;
const DAYS_MEDIAN_MS = 4 * DAY_MS;
const DAYS_SIGMA = 0.8;
/** Hours (UTC) in which few people are awake, and how often a draw in them stands. */
const NIGHT_UNTIL_HOUR = 6;
const AWAKE_AT_NIGHT_SHARE = 0.15;
const REDRAWS_MAX = 8;

/** Honest delay between click and order: minutes, hours or days, each log-normal, clicks mostly by day. */
export function honestDelayMs(behaviour: Behaviour, orderedMs: number, chance: Chance): number {
  const { withinMinutesShare, withinHoursShare, medianMinutes } = behaviour;
  const draw = chance.unit();
  if (draw < withinMinutesShare) return clamp(chance.logNormal(medianMinutes * MINUTE_MS, MINUTES_SIGMA));
  const [medianMs, sigma] =
    draw < withinMinutesShare + withinHoursShare
      ? [HOURS_MEDIAN_MS, HOURS_SIGMA]
      : [DAYS_MEDIAN_MS, DAYS_SIGMA];
  let delayMs = clamp(chance.logNormal(medianMs, sigma));
  for (let redraw = 0; redraw < REDRAWS_MAX; redraw += 1) {
    const hour = new Date(orderedMs - delayMs).getUTCHours();
    if (hour >= NIGHT_UNTIL_HOUR || chance.happens(AWAKE_AT_NIGHT_SHARE)) break;
    delayMs = clamp(chance.logNormal(medianMs, sigma));
  }
  return delayMs;
}

/** Whoever comes with a filled basket buys soon. */
export function basketDelayMs(chance: Chance): number {
  return clamp(chance.logNormal(5.5 * MINUTE_MS, 0.9));
}

/** A click slipped in while the buyer is paying: 3 to 45 s. */
export function lastSecondsDelayMs(chance: Chance): number {
  return wholeSeconds(chance.between(3 * SECOND_MS, 46 * SECOND_MS));
}

/** A cookie planted at some time knows nothing of the order: flat from two hours to twelve days. */
export function stuffedDelayMs(chance: Chance): number {
  return wholeSeconds(chance.between(2 * HOUR_MS, 12 * DAY_MS));
}

function clamp(delayMs: number): number {
  return Math.min(COOKIE_MS, Math.max(2 * SECOND_MS, wholeSeconds(delayMs)));
}
