/** The partner types of the generic CSV files. */
export type PartnerType =
  | 'content'
  | 'influencer'
  | 'coupon'
  | 'cashback'
  | 'loyalty'
  | 'email'
  | 'search'
  | 'browser_extension'
  | 'sub_network'
  | 'other';

/** How honest partners of a type behave. All figures are simulated, by our own judgement. */
export interface PartnerTraits {
  /** Partners that sell steadily, and their mean of conversions over the extract's fourteen weeks. */
  readonly steady: readonly [count: number, conversions: number];
  /** Partners that sell now and then, and their mean. */
  readonly occasional: readonly [count: number, conversions: number];
  readonly clicksPerConversion: number;
  /** Share of buyers who come in the minutes, hours or days (the rest) after the click. */
  readonly withinMinutesShare: number;
  readonly withinHoursShare: number;
  readonly medianMinutes: number;
  /** Share of buyers with a filled basket before the click. */
  readonly inCartShare: number;
  /** Share of orders that are the customer's first. */
  readonly newShare: number;
  readonly ownReferrerShare: number;
  readonly noReferrerShare: number;
  readonly mobileShare: number;
  readonly rateBps: readonly [low: number, high: number];
}

/** Columns of the table below, in the order of the interface. */
type TraitRow = readonly [
  steady: readonly [number, number],
  occasional: readonly [number, number],
  clicksPerConversion: number,
  withinMinutes: number,
  withinHours: number,
  medianMinutes: number,
  inCart: number,
  fresh: number,
  ownReferrer: number,
  noReferrer: number,
  mobile: number,
  rate: readonly [number, number],
];

const TABLE: Readonly<Record<PartnerType, TraitRow>> = {
  content: [[20, 28], [100, 2.0], 28, 0.5, 0.2, 10, 0.025, 0.27, 0.86, 0.11, 0.4, [600, 900]],
  influencer: [[10, 28], [64, 1.9], 36, 0.55, 0.2, 9, 0.025, 0.28, 0.76, 0.17, 0.72, [700, 1_000]],
  coupon: [[14, 30], [18, 3.5], 15, 0.8, 0.11, 7, 0.07, 0.22, 0.88, 0.09, 0.35, [300, 500]],
  cashback: [[11, 31], [9, 4.5], 13, 0.84, 0.09, 7.5, 0.07, 0.22, 0.9, 0.08, 0.3, [300, 500]],
  loyalty: [[7, 29], [6, 5.0], 14, 0.8, 0.1, 8, 0.06, 0.22, 0.88, 0.1, 0.35, [300, 500]],
  email: [[6, 29], [12, 2.5], 18, 0.6, 0.25, 7.5, 0.045, 0.2, 0.64, 0.32, 0.45, [500, 700]],
  search: [[6, 28], [7, 3.5], 20, 0.7, 0.15, 8, 0.05, 0.24, 0.7, 0.14, 0.38, [400, 600]],
  browser_extension: [[7, 28], [6, 2.5], 14, 0.85, 0.09, 7, 0.08, 0.23, 0.8, 0.16, 0.04, [200, 400]],
  sub_network: [[6, 29], [4, 4.5], 28, 0.55, 0.2, 9.5, 0.04, 0.25, 0.78, 0.16, 0.42, [500, 800]],
  other: [[5, 28], [22, 1.5], 24, 0.6, 0.2, 9, 0.04, 0.24, 0.75, 0.2, 0.35, [400, 800]],
};

export const PARTNER_TYPES = Object.keys(TABLE) as readonly PartnerType[];

export function traitsOf(type: PartnerType): PartnerTraits {
  const [steady, occasional, clicks, minutes, hours, median, inCart, fresh, own, none, mobile, rate] =
    TABLE[type];
  return {
    steady,
    occasional,
    clicksPerConversion: clicks,
    withinMinutesShare: minutes,
    withinHoursShare: hours,
    medianMinutes: median,
    inCartShare: inCart,
    newShare: fresh,
    ownReferrerShare: own,
    noReferrerShare: none,
    mobileShare: mobile,
    rateBps: rate,
  };
}
