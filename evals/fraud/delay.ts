import type { Random } from './random.ts';
import type { Scenario } from './scenario.ts';

const DAY_SECONDS = 86_400;

/** An honest shopper's seconds from click to order, 60 s or later: laws differ from programme to programme. */
export function slowDelaySeconds(random: Random, scenario: Scenario, times: number): number {
  const median = scenario.ttcMedianSeconds * times;
  const drawn = () => {
    switch (scenario.ttcLaw) {
      case 'lognormal':
        return median * Math.exp(random.normal(0, 1.8));
      case 'exponentials':
        return random.chance(0.6) ? random.exponential(median) : random.exponential(2.5 * DAY_SECONDS);
      case 'weibull':
        return 1.5 * median * random.exponential(1) ** 1.8;
      case 'pareto':
        return 60 + (median / 2) * ((1 - random.uniform()) ** -0.9 - 1);
    }
  };
  return Math.min(29 * DAY_SECONDS, Math.max(60, drawn()));
}

/** An honest shopper who buys within the minute: mostly in its second half. */
export function fastDelaySeconds(random: Random): number {
  return 60 * Math.max(random.uniform(), random.uniform());
}

/** A false click's seconds before the order. */
export function thiefDelaySeconds(random: Random, law: Scenario['thiefDelay']): number {
  switch (law) {
    case 'uniform':
      return random.between(1, 59);
    case 'exponential':
      return Math.min(59, 0.5 + random.exponential(14));
    case 'near-five':
      return Math.max(1, random.normal(6, 2));
    case 'constant':
      return 23;
  }
}
