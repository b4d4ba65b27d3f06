import type { PartnerType } from './partner-traits.ts';

/** The fraud families of `marginkeeper fraud`. */
export type FraudFamily =
  | 'timing'
  | 'in_cart'
  | 'volume'
  | 'referrer'
  | 'new_to_file'
  | 'identity'
  | 'code_abuse';

export type PlantedRole =
  | 'last_click_hijacker'
  | 'in_cart_poacher'
  | 'cookie_stuffer'
  | 'click_fraudster'
  | 'click_inflator'
  | 'self_referrer'
  | 'code_abuser';

/** What the partners of one planted group do; what is not said they do as honest ones of their type. */
export interface PlantedGroup {
  readonly role: PlantedRole;
  readonly strength: 'strong' | 'weak';
  /** The families whose figures the group departs from its type in. */
  readonly families: readonly FraudFamily[];
  /** One partner each. */
  readonly types: readonly PartnerType[];
  readonly conversions: readonly [low: number, high: number];
  /** How many of the group win several of the shop's largest orders. */
  readonly largeOrders?: number;
  /** Share of orders whose click comes in the last seconds before the purchase. */
  readonly lastSecondsShare?: readonly [low: number, high: number];
  readonly inCartShare?: readonly [low: number, high: number];
  readonly newShare?: number;
  /** Share of orders placed with a code that belongs to another partner. */
  readonly othersCodesShare?: number;
  /** Clicks are sent from programs and frames that hide where they come from. */
  readonly hiddenReferrers?: true;
  /** Multiple of the type's clicks per conversion. */
  readonly clicksMultiple?: readonly [low: number, high: number];
  /** `stuffed`: loaded unseen in other people's pages; `bots`: machines; `looping`: own pages reloading. */
  readonly falseClicks?: 'stuffed' | 'bots' | 'looping';
}

/**
 * The planted fraud: 26 partners with three families, 14 with two, 10 with one, and three too thin to tell.
 *
 * Who takes orders at the till takes them from customers the shop knows already; that follows from the
 * basket and is no family of its own.
 */
export const PLANTED: readonly PlantedGroup[] = [
  {
    role: 'last_click_hijacker',
    strength: 'strong',
    families: ['timing', 'in_cart', 'referrer'],
    types: [
      ...([
        'browser_extension',
        'browser_extension',
        'browser_extension',
        'coupon',
        'coupon',
        'coupon',
      ] as const),
      ...(['cashback', 'cashback', 'loyalty', 'search', 'other', 'content'] as const),
    ],
    conversions: [28, 42],
    largeOrders: 4,
    lastSecondsShare: [0.45, 0.7],
    inCartShare: [0.78, 0.92],
    newShare: 0.006,
    hiddenReferrers: true,
  },
  {
    // Windows opened unseen under other people's pages, among them baskets.
    role: 'cookie_stuffer',
    strength: 'strong',
    families: ['referrer', 'volume', 'in_cart'],
    types: ['content', 'content', 'influencer', 'other', 'coupon', 'email'],
    conversions: [30, 40],
    inCartShare: [0.6, 0.72],
    newShare: 0.006,
    clicksMultiple: [6, 8],
    falseClicks: 'stuffed',
  },
  {
    role: 'cookie_stuffer',
    strength: 'strong',
    families: ['referrer', 'volume', 'new_to_file'],
    types: ['content', 'influencer', 'sub_network', 'sub_network'],
    conversions: [34, 44],
    newShare: 0,
    clicksMultiple: [6.5, 8.5],
    falseClicks: 'stuffed',
  },
  {
    role: 'in_cart_poacher',
    strength: 'strong',
    families: ['in_cart', 'timing', 'code_abuse'],
    types: ['coupon', 'coupon', 'cashback', 'loyalty'],
    conversions: [34, 44],
    lastSecondsShare: [0.34, 0.44],
    inCartShare: [0.8, 0.92],
    newShare: 0.006,
    othersCodesShare: 0.7,
  },
  {
    role: 'last_click_hijacker',
    strength: 'weak',
    families: ['timing', 'in_cart'],
    types: ['coupon', 'cashback', 'loyalty', 'content', 'browser_extension'],
    conversions: [46, 58],
    lastSecondsShare: [0.26, 0.34],
    inCartShare: [0.62, 0.75],
  },
  {
    role: 'in_cart_poacher',
    strength: 'strong',
    families: ['in_cart', 'code_abuse'],
    types: ['coupon', 'cashback'],
    conversions: [32, 40],
    inCartShare: [0.78, 0.9],
    newShare: 0.006,
    othersCodesShare: 0.7,
  },
  {
    role: 'in_cart_poacher',
    strength: 'strong',
    families: ['in_cart', 'referrer'],
    types: ['browser_extension', 'search'],
    conversions: [32, 40],
    inCartShare: [0.78, 0.9],
    newShare: 0.006,
    hiddenReferrers: true,
  },
  {
    role: 'click_fraudster',
    strength: 'strong',
    families: ['volume', 'referrer'],
    types: ['sub_network', 'sub_network', 'content'],
    conversions: [26, 32],
    clicksMultiple: [7, 9],
    falseClicks: 'bots',
  },
  {
    role: 'self_referrer',
    strength: 'strong',
    families: ['identity', 'new_to_file'],
    types: ['influencer', 'influencer'],
    conversions: [28, 34],
    newShare: 0,
  },
  {
    role: 'in_cart_poacher',
    strength: 'weak',
    families: ['in_cart'],
    types: ['coupon', 'loyalty', 'email'],
    conversions: [30, 38],
    inCartShare: [0.65, 0.8],
  },
  {
    role: 'last_click_hijacker',
    strength: 'weak',
    families: ['timing'],
    types: ['search', 'influencer', 'other'],
    conversions: [46, 56],
    lastSecondsShare: [0.26, 0.34],
  },
  {
    role: 'click_inflator',
    strength: 'weak',
    families: ['volume'],
    types: ['content', 'other'],
    conversions: [26, 32],
    clicksMultiple: [7, 9],
    falseClicks: 'looping',
  },
  {
    role: 'code_abuser',
    strength: 'strong',
    families: ['code_abuse'],
    types: ['content', 'email'],
    conversions: [26, 32],
    othersCodesShare: 0.85,
  },
  {
    role: 'last_click_hijacker',
    strength: 'strong',
    families: ['timing', 'in_cart', 'referrer'],
    types: ['influencer', 'coupon', 'other'],
    conversions: [9, 14],
    lastSecondsShare: [0.5, 0.7],
    inCartShare: [0.8, 0.9],
    newShare: 0.006,
    hiddenReferrers: true,
  },
];
