import type { Planted } from './planted.ts';
import { Random } from './random.ts';

/** Honest means of one kind of partner; shares in [0, 1]. */
export interface TypeTraits {
  type: string;
  weight: number;
  fast: number;
  inCart: number;
  conversionRate: number;
  newShare: number;
  engaged: number;
  referrerMissing: number;
}

/** Assumptions of one simulated programme. Drawn anew for every seed, so that no rule can be tuned to one. */
export interface Scenario {
  seed: number;
  partners: number;
  days: number;
  types: TypeTraits[];
  /** Partner types as the file gives them: all, none, or a tenth unknown. */
  typesGiven: 'all' | 'none' | 'most';
  sizeMedian: number;
  sizeSpread: number;
  /** How honest partners of a type differ: spread of log odds, or weight of a Beta, or two clusters. */
  honestSpread: { law: 'beta' | 'logit' | 'clusters'; strength: number };
  deviceFast: Record<string, number>;
  returningFast: number;
  /** Odds of being fast when a basket was waiting, against when not. */
  inCartFast: number;
  ttcLaw: 'lognormal' | 'exponentials' | 'weibull' | 'pareto';
  ttcMedianSeconds: number;
  conversionRateSpread: number;
  clicks: 'all' | 'winning' | 'none';
  siteEvents: 'all' | 'carts' | 'none';
  visitorIds: boolean;
  customerTypes: boolean;
  devices: boolean;
  referrers: boolean;
  ipHashes: boolean;
  userAgents: boolean;
  codes: boolean;
  dayNight: number;
  /** Networks whose clock is coarser than 5 s: seconds a tick, 1 where fine. */
  networkTicks: number[];
  coarsePartnerShare: number;
  othersCodeShare: number;
  thiefDelay: 'uniform' | 'exponential' | 'near-five' | 'constant';
  poacherFast: number;
  poacherInCart: [number, number];
  stufferClicks: [number, number];
  hijackerInCart: number;
  planted: Partial<Record<Planted, number>>;
}

const TYPES = [
  'content',
  'influencer',
  'coupon',
  'cashback',
  'loyalty',
  'email',
  'search',
  'browser extension',
  'sub-network',
  'other',
];
const CLOSERS = new Set(['coupon', 'cashback', 'loyalty', 'browser extension']);

/** @param frauds - false plants none (odd but honest partners stay). */
export function drawScenario(seed: number, partners: number, frauds: boolean): Scenario {
  const random = new Random(seed);
  const flat = random.chance(0.25);
  const baseFast = random.logBetween(0.006, 0.035);
  const baseInCart = random.logBetween(0.01, 0.08);
  const baseRate = random.logBetween(0.03, 0.2);
  const typeCount = random.whole(3, TYPES.length);
  const types = TYPES.slice(0, typeCount).map((type) => {
    const closer = !flat && CLOSERS.has(type);
    const vary = () => (flat ? 1 : Math.exp(random.normal(0, 0.3)));
    return {
      type,
      weight: random.logBetween(0.3, 3),
      fast: Math.min(0.05, baseFast * vary() * (closer ? random.between(1, 4) : 1)),
      inCart: Math.min(0.35, baseInCart * vary() * (closer ? random.between(2, 8) : 1)),
      conversionRate: Math.min(0.5, baseRate * vary() * (closer ? random.between(1, 3) : 1)),
      newShare: random.between(0.3, 0.6) * (closer ? random.between(0.4, 1) : 1),
      engaged: random.between(0.7, 0.98),
      referrerMissing: random.between(0.02, 0.5),
    };
  });
  const rate = () => (frauds ? random.between(0.004, 0.025) : 0);
  const poacherLow = random.between(0.35, 0.6);
  return {
    seed,
    partners,
    days: random.chance(0.15) ? random.whole(60, 89) : random.whole(90, 210),
    types,
    typesGiven: random.chance(0.15) ? 'none' : random.chance(0.3) ? 'most' : 'all',
    sizeMedian: random.logBetween(12, 70),
    sizeSpread: random.between(0.9, 1.5),
    honestSpread: {
      law: random.pick(['beta', 'logit', 'clusters']),
      strength: random.between(0.1, 0.55),
    },
    deviceFast: { mobile: random.between(0.5, 1.5), desktop: 1, tablet: random.between(0.5, 1.5) },
    returningFast: random.between(1, 3),
    inCartFast: random.chance(0.4) ? 1 : random.between(1, 4),
    ttcLaw: random.pick(['lognormal', 'exponentials', 'weibull', 'pareto']),
    ttcMedianSeconds: random.logBetween(400, 20_000),
    conversionRateSpread: random.between(0.25, 0.8),
    clicks: random.chance(0.75) ? 'all' : random.chance(0.5) ? 'winning' : 'none',
    siteEvents: random.chance(0.65) ? 'all' : random.chance(0.6) ? 'carts' : 'none',
    visitorIds: random.chance(0.92),
    customerTypes: random.chance(0.85),
    devices: random.chance(0.85),
    referrers: random.chance(0.8),
    ipHashes: random.chance(0.8),
    userAgents: random.chance(0.8),
    codes: random.chance(0.6),
    dayNight: random.chance(0.2) ? 0 : random.between(0.3, 0.9),
    networkTicks: [1, 1, random.chance(0.2) ? random.pick([10, 30, 60]) : 1],
    coarsePartnerShare: random.chance(0.4) ? random.between(0.01, 0.08) : 0,
    othersCodeShare: random.between(0, 0.02),
    thiefDelay: random.pick(['uniform', 'exponential', 'near-five', 'constant']),
    poacherFast: random.chance(0.3) ? 0 : random.between(0.1, 0.9),
    poacherInCart: [poacherLow, Math.min(0.95, poacherLow + random.between(0.1, 0.4))],
    stufferClicks: random.chance(0.5) ? [10, 40] : [20, 100],
    hijackerInCart: random.chance(0.5) ? 0 : random.between(0, 0.6),
    planted: {
      odd_honest: random.between(0.01, 0.04),
      strong_hijacker: rate(),
      weak_hijacker: rate(),
      poacher: rate(),
      stuffer: rate(),
      click_fraudster: rate(),
      code_abuser: rate(),
      self_referrer: rate(),
    },
  };
}
