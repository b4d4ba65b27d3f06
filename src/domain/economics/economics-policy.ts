import { z } from 'zod';

const Bps = z.int().min(0).max(10_000);

/** What is assumed about costs and incrementality until it is known. */
export const EconomicsPolicy = z.strictObject({
  windowDays: z.int().min(7).max(730),
  /** Fewer orders with known costs than this, and no rate is computed. */
  ordersMin: z.int().min(1).max(10_000),
  returnWindowDays: z.int().min(1).max(365),
  networkFeeBps: Bps,
  paymentFeeBps: Bps,
  /** Share of a type's orders that would not have come anyway: a prior, not a measurement. `other` is for types not named. */
  incrementalityPriorBps: z.record(z.string().max(40), Bps).refine((priors) => 'other' in priors, {
    message: 'it needs an entry "other" for types that it does not name',
  }),
  /** How much of the room between today's rate and break-even a raise may use. */
  roomShareBps: Bps,
  /** The largest raise at once. */
  raiseMaxBps: Bps,
  /** Rates are rounded down to a multiple of this. */
  rateStepBps: z.int().min(1).max(500),
});
export type EconomicsPolicy = z.infer<typeof EconomicsPolicy>;

export const ECONOMICS_POLICY_DEFAULTS: EconomicsPolicy = {
  windowDays: 90,
  ordersMin: 20,
  returnWindowDays: 30,
  networkFeeBps: 250,
  paymentFeeBps: 150,
  incrementalityPriorBps: {
    content: 6_000,
    influencer: 6_000,
    email: 4_000,
    search: 3_000,
    'sub-network': 4_000,
    loyalty: 2_500,
    cashback: 2_500,
    coupon: 2_000,
    'browser extension': 1_000,
    other: 3_000,
  },
  roomShareBps: 5_000,
  raiseMaxBps: 200,
  rateStepBps: 50,
};

export const ECONOMICS_POLICY_ENTRIES: Readonly<
  Record<keyof EconomicsPolicy, { readonly unit: string; readonly why: string; readonly source: string }>
> = {
  windowDays: {
    unit: 'days',
    why: 'A season of orders: long enough for a margin, short enough to be about now.',
    source: 'own default',
  },
  ordersMin: {
    unit: 'orders with known costs',
    why: 'Below it the margin of a few baskets would set a rate.',
    source: 'own default',
  },
  returnWindowDays: {
    unit: 'days',
    why: 'Commission on an order is final once it can no longer be sent back.',
    source: 'the client',
  },
  networkFeeBps: {
    unit: 'basis points of net order value',
    why: 'What the network takes on top of the commission; put your contract here.',
    source: 'own default',
  },
  paymentFeeBps: {
    unit: 'basis points of net order value',
    why: 'What cards and wallets take; put your contract here.',
    source: 'own default',
  },
  incrementalityPriorBps: {
    unit: 'basis points of orders, by partner type',
    why: 'Nothing is measured without a holdout; those who reach people before the basket bring more that is new.',
    source: 'own default; a prior, not a measurement',
  },
  roomShareBps: {
    unit: 'basis points of the room up to break-even',
    why: 'At break-even a partner brings nothing; half of the room keeps half of the margin.',
    source: 'own default',
  },
  raiseMaxBps: {
    unit: 'basis points',
    why: 'At most two points of change at once, so that a wrong figure costs little.',
    source: 'own default',
  },
  rateStepBps: { unit: 'basis points', why: 'Rates that people can say.', source: 'own default' },
};
