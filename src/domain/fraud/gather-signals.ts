import { explainedByBaskets } from './explained-by-baskets.ts';
import type { FraudPolicy } from './fraud-policy.ts';
import type { Signal } from './fraud-scores.ts';
import { clickShares } from './rules/click-shares.ts';
import { clicksPerOrder } from './rules/clicks-per-order.ts';
import { type FastOrders, fastOrders } from './rules/fast-orders.ts';
import { flatHours } from './rules/flat-hours.ts';
import { flatTail } from './rules/flat-tail.ts';
import { impossibleOrders } from './rules/impossible-orders.ts';
import { lateOrders } from './rules/late-orders.ts';
import { newCustomers } from './rules/new-customers.ts';
import { othersCodes } from './rules/others-codes.ts';
import { repeatBuyers } from './rules/repeat-buyers.ts';
import { repeatedDelays } from './rules/repeated-delays.ts';
import { waitingBaskets } from './rules/waiting-baskets.ts';
import type { ShareSignalResult } from './share-signal.ts';
import type { Tally } from './tally.ts';

/** All signals of one partner, and the time test in full. */
export interface Gathered {
  readonly signals: readonly Signal[];
  readonly fast: FastOrders;
}

/** Runs every rule over all partners, then takes back what is not evidence of its own. */
export function gatherSignals(
  tallies: readonly Tally[],
  policy: FraudPolicy,
  windowsOfHistory: number,
): Gathered[] {
  const fast = fastOrders(tallies, policy, windowsOfHistory);
  const baskets = waitingBaskets(tallies, policy, windowsOfHistory);
  const explained = explainedByBaskets(tallies, fast, baskets);
  const rules: (readonly Signal[])[] = [
    signalsOf(baskets),
    signalsOf(impossibleOrders(tallies, policy)),
    repeatedDelays(tallies, policy),
    clicksPerOrder(tallies, policy),
    signalsOf(lateOrders(tallies, policy)),
    flatTail(tallies, policy),
    flatHours(tallies, policy),
    ...clickShares(tallies, policy, windowsOfHistory * policy.windowDays),
    signalsOf(newCustomers(tallies, policy)),
    ...repeatBuyers(tallies, policy).map(signalsOf),
    signalsOf(othersCodes(tallies, policy, windowsOfHistory)),
  ];
  return fast.map((ofPartner, index) => {
    const id = tallies[index]?.partnerId ?? '';
    const timing = explained.has(id) ? ofPartner.signals.map(excuse) : ofPartner.signals;
    const signals = [...timing, ...rules.flatMap((rule) => rule[index] ?? [])];
    return { fast: ofPartner, signals: withoutConsequences(signals) };
  });
}

function signalsOf(results: readonly ShareSignalResult[]): Signal[] {
  return results.map(({ signal }) => signal);
}

function excuse(signal: Signal): Signal {
  if (signal.state !== 'hit') return signal;
  return {
    ...signal,
    state: 'pass',
    sentence: `${signal.sentence} The waiting baskets explain it: it is no evidence of its own.`,
  };
}

/** Whoever inserts a click just before the order converts every click: the rate adds nothing to that. */
function withoutConsequences(signals: readonly Signal[]): Signal[] {
  const late = signals.some(
    ({ family, state }) => state === 'hit' && (family === 'timing' || family === 'in_cart'),
  );
  return signals.map((signal) =>
    late && signal.name === 'conversion_rate_too_high' && signal.state === 'hit'
      ? { ...signal, state: 'pass', sentence: `${signal.sentence} It follows from the late clicks.` }
      : signal,
  );
}
