import type { Chance } from './chance.ts';
import type { Oddity } from './oddities.ts';
import type { PartnerTraits } from './partner-traits.ts';
import type { PlantedGroup } from './planted.ts';

/** How one partner behaves in this demo: its type's traits, its own variation, and what was planted. */
export interface Behaviour {
  /** Orders it is credited with over the whole extract, and how many of them are a customer's first. */
  readonly conversions: number;
  readonly newOrders: number;
  /** Clicks over the whole extract, those that led to its orders included. */
  readonly clicks: number;
  readonly lastSecondsShare: number;
  readonly inCartShare: number;
  readonly withinMinutesShare: number;
  readonly withinHoursShare: number;
  readonly medianMinutes: number;
  readonly ownReferrerShare: number;
  readonly noReferrerShare: number;
  readonly mobileShare: number;
}

/** Spread of the logarithm of clicks per conversion between honest partners of a type. */
const CLICKS_SIGMA = 0.26;
/** a + b of the Beta between honest partners of a type, for in-cart shares. */
const IN_CART_WEIGHT = 60;
/** Clicks of a partner that sold nothing: median. */
const LOOKERS_MEDIAN = 45;
/** And at most this many times what its type needs for one order, or its selling nothing would be strange. */
const LOOKERS_MAX = 3;

export function plantedBehaviour(traits: PartnerTraits, group: PlantedGroup, chance: Chance): Behaviour {
  const conversions = Math.round(chance.between(...group.conversions));
  const multiple = group.clicksMultiple
    ? chance.between(...group.clicksMultiple)
    : chance.logNormal(1, CLICKS_SIGMA);
  return {
    ...variationOf(traits, chance),
    conversions,
    newOrders: countOf(conversions, group.newShare ?? traits.newShare, chance),
    clicks: Math.round(conversions * traits.clicksPerConversion * multiple),
    lastSecondsShare: group.lastSecondsShare ? chance.between(...group.lastSecondsShare) : 0,
    inCartShare: group.inCartShare ? chance.between(...group.inCartShare) : traits.inCartShare,
  };
}

export function oddBehaviour(traits: PartnerTraits, oddity: Oddity, chance: Chance): Behaviour {
  const variation = variationOf(traits, chance);
  const noReferrerShare = oddity.noReferrerShare ?? variation.noReferrerShare;
  return {
    ...variation,
    conversions: oddity.conversions,
    newOrders: Math.round(oddity.conversions * (oddity.newShare ?? traits.newShare)),
    clicks: Math.round(oddity.conversions * traits.clicksPerConversion * (oddity.clicksMultiple ?? 1)),
    inCartShare: oddity.inCartShare ?? traits.inCartShare,
    medianMinutes: oddity.medianMinutes ?? traits.medianMinutes,
    noReferrerShare,
    ownReferrerShare: Math.min(variation.ownReferrerShare, 1 - noReferrerShare),
  };
}

/** An ordinary honest partner with about `meanConversions`; occasional ones often sell nothing. */
export function honestBehaviour(
  traits: PartnerTraits,
  kind: 'steady' | 'occasional',
  chance: Chance,
): Behaviour {
  const conversions =
    kind === 'steady'
      ? Math.round(traits.steady[1] * chance.between(0.8, 1.35))
      : Math.floor(-traits.occasional[1] * Math.log(1 - chance.unit()));
  const lookers = Math.min(chance.logNormal(LOOKERS_MEDIAN, 0.8), LOOKERS_MAX * traits.clicksPerConversion);
  const perConversion = traits.clicksPerConversion * chance.logNormal(1, CLICKS_SIGMA);
  return {
    ...variationOf(traits, chance),
    conversions,
    newOrders: countOf(conversions, traits.newShare, chance),
    clicks: Math.round(conversions > 0 ? conversions * perConversion : lookers),
  };
}

function variationOf(
  traits: PartnerTraits,
  chance: Chance,
): Omit<Behaviour, 'conversions' | 'newOrders' | 'clicks'> {
  const noReferrerShare = chance.beta(traits.noReferrerShare, 60);
  return {
    lastSecondsShare: 0,
    inCartShare: chance.beta(traits.inCartShare, IN_CART_WEIGHT),
    withinMinutesShare: traits.withinMinutesShare,
    withinHoursShare: traits.withinHoursShare,
    medianMinutes: traits.medianMinutes * chance.logNormal(1, 0.12),
    ownReferrerShare: Math.min(traits.ownReferrerShare, 1 - noReferrerShare),
    noReferrerShare,
    mobileShare: chance.beta(traits.mobileShare, 40),
  };
}

function countOf(trials: number, share: number, chance: Chance): number {
  let count = 0;
  for (let trial = 0; trial < trials; trial += 1) if (chance.happens(share)) count += 1;
  return count;
}
