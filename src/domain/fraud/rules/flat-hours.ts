import type { FraudPolicy } from '../fraud-policy.ts';
import type { Signal } from '../fraud-scores.ts';
import type { Tally } from '../tally.ts';
import { typedSpread } from '../typed-spread.ts';

/** Below this the programme's own partners have no day and night worth the name. */
const TYPICAL_MIN = 0.15;
/** A partner is flat when its day and night is under a third of its type's. */
const FLAT_PART = 1 / 3;
const SPREAD_MIN = 0.03;

/**
 * Clicks as frequent at four in the morning as in the evening: nobody sleeps.
 *
 * The measure is the length of the mean clock hand, 0 when every hour is alike, 1 when all clicks fall on
 * one hour.
 */
export function flatHours(tallies: readonly Tally[], policy: FraudPolicy): Signal[] {
  const measured = tallies.map(({ clicks }) =>
    clicks && clicks.clicks >= policy.clicksMin ? clockHand(clicks.hours) : null,
  );
  const typical = typedSpread(
    tallies.flatMap(({ type }, index) => {
      const value = measured[index];
      return value === null || value === undefined ? [] : [{ type, value }];
    }),
    policy.stratumPartnersMin,
  );
  return tallies.map(({ type, clicks }, index) => {
    const value = measured[index] ?? null;
    const spread = typical(type);
    if (value === null || !spread || spread.centre < TYPICAL_MIN) return notEvaluated(value);
    const sd = Math.sqrt(Math.max(SPREAD_MIN, spread.spread) ** 2 + 1 / (clicks?.clicks ?? 1));
    const z = (spread.centre - value) / sd;
    const flat = value <= FLAT_PART * spread.centre && z >= policy.flatHoursZ;
    return {
      name: 'flat_hours',
      family: 'volume',
      value,
      baseline: spread.centre,
      interval: null,
      qValue: null,
      state: flat ? 'hit' : 'pass',
      sentence: `Day and night differ by ${value.toFixed(2)} on a scale from 0 to 1; partners of this type show ${spread.centre.toFixed(2)}.`,
    };
  });
}

function clockHand(hours: readonly number[]): number {
  const clicks = hours.reduce((sum, count) => sum + count, 0);
  const [east, north] = hours.reduce(
    ([x, y], count, hour) => {
      const angle = (hour / 24) * 2 * Math.PI;
      return [x + count * Math.cos(angle), y + count * Math.sin(angle)];
    },
    [0, 0],
  );
  return Math.hypot(east, north) / clicks;
}

function notEvaluated(value: number | null): Signal {
  const sentence =
    value === null
      ? 'Too few clicks to see day and night.'
      : 'The clicks of this programme show no day and night to compare with.';
  return {
    name: 'flat_hours',
    family: 'volume',
    value,
    baseline: null,
    interval: null,
    qValue: null,
    state: 'not_evaluated',
    sentence,
  };
}
