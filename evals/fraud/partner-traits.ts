import { isHonest, type Planted } from './planted.ts';
import type { Random } from './random.ts';
import type { Scenario, TypeTraits } from './scenario.ts';

/** How one simulated partner behaves. Shares in [0, 1]. */
export interface Traits {
  planted: Planted;
  kind: TypeTraits;
  conversions: number;
  fast: number;
  inCart: number;
  conversionRate: number;
  newShare: number;
  engaged: number;
  referrerMissing: number;
  referrerForeign: number;
  /** Share of orders a thief's false click precedes by less than a minute. */
  hijacked: number;
  /** Share of orders taken from a visitor with a waiting basket. */
  poached: number;
  clicksTimes: number;
  /** Orders fall evenly over this many days after a planted cookie; 0 for none. */
  cookieDays: number;
  robot: 'none' | 'one-address' | 'one-visitor' | 'flat-hours' | 'headless';
  othersCode: number;
  /** Share of orders from the partner's own few buyers. */
  ownBuyers: number;
  ttcTimes: number;
  burst: boolean;
}

/** Draws an honest partner of a type, then bends it into what is planted. */
export function drawTraits(random: Random, scenario: Scenario, planted: Planted): Traits {
  const kind = scenario.types[random.weighted(scenario.types.map((type) => type.weight))];
  if (!kind) throw new Error('a scenario has at least one type');
  const varied = (mean: number) => vary(random, scenario, mean);
  const honest: Traits = {
    planted,
    kind,
    conversions: Math.min(
      6_000,
      Math.round(scenario.sizeMedian * Math.exp(random.normal(0, scenario.sizeSpread))),
    ),
    fast: varied(kind.fast),
    inCart: varied(kind.inCart),
    conversionRate: clampShare(
      kind.conversionRate * Math.exp(random.normal(0, scenario.conversionRateSpread)),
    ),
    newShare: varied(kind.newShare),
    engaged: varied(kind.engaged),
    referrerMissing: varied(kind.referrerMissing),
    referrerForeign: varied(0.08),
    hijacked: 0,
    poached: 0,
    clicksTimes: 1,
    cookieDays: 0,
    robot: 'none',
    othersCode: varied(Math.max(0.001, scenario.othersCodeShare)),
    ownBuyers: 0,
    ttcTimes: Math.exp(random.normal(0, 0.3)),
    burst: false,
  };
  const bent = { ...honest, ...(isHonest(planted) ? {} : bend(random, scenario, planted, honest)) };
  return planted === 'odd_honest' ? { ...bent, ...oddity(random, scenario, honest) } : bent;
}

function bend(random: Random, scenario: Scenario, planted: Planted, honest: Traits): Partial<Traits> {
  const size = { conversions: Math.max(honest.conversions, random.whole(25, 90)) };
  switch (planted) {
    case 'strong_hijacker':
      return { ...size, hijacked: random.between(0.25, 0.6) };
    case 'weak_hijacker':
      return { ...size, hijacked: random.between(0.1, 0.2) };
    case 'poacher':
      return { ...size, poached: random.between(...scenario.poacherInCart) };
    case 'stuffer':
      return {
        conversions: Math.max(random.whole(3, 40), Math.round(honest.conversions / 2)),
        clicksTimes: random.logBetween(...scenario.stufferClicks),
        engaged: random.between(0, 0.15),
        referrerMissing: random.between(0.3, 0.9),
        referrerForeign: random.between(0.3, 0.9),
        cookieDays: random.whole(5, 30),
      };
    case 'click_fraudster':
      return {
        ...size,
        clicksTimes: random.logBetween(3, 30),
        robot: random.pick(['one-address', 'one-visitor', 'flat-hours', 'headless']),
      };
    case 'code_abuser':
      return { ...size, othersCode: random.between(0.25, 0.8) };
    case 'self_referrer':
      return { ...size, ownBuyers: random.between(0.4, 0.9) };
    default:
      return {};
  }
}

/** Strange for a good reason: a rule may look at these partners, but must not hold their money. */
function oddity(random: Random, scenario: Scenario, honest: Traits): Partial<Traits> {
  return random.pick<Partial<Traits>>([
    { referrerMissing: 0.99, engaged: random.between(0.2, 0.6) },
    { burst: true },
    { conversionRate: Math.min(0.6, honest.conversionRate * 4) },
    { conversionRate: honest.conversionRate / 4, ttcTimes: 5 },
    { fast: Math.min(0.2, honest.fast * 2), inCart: Math.min(0.5, honest.inCart * 2) },
    { newShare: honest.newShare / 3 },
    { conversions: Math.round(scenario.sizeMedian * 60) },
  ]);
}

function vary(random: Random, { honestSpread: { law, strength } }: Scenario, mean: number): number {
  if (law === 'logit') return shift(mean, random.normal(0, strength));
  if (law === 'clusters')
    return shift(mean, (random.chance(0.3) ? strength : -strength / 2) + random.normal(0, 0.15));
  const weight = Math.max(4, 1 / (strength * strength * mean * (1 - mean)) - 1);
  return clampShare(random.beta(mean * weight, (1 - mean) * weight));
}

function shift(mean: number, logOdds: number): number {
  const odds = (mean / (1 - mean)) * Math.exp(logOdds);
  return clampShare(odds / (1 + odds));
}

function clampShare(share: number): number {
  return Math.min(0.995, Math.max(0.0005, share));
}
