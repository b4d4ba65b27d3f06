import { z } from 'zod';

const Share = z.number().min(0).max(1);

/** Every threshold of the coupon watch. Unit, reason and source of each default: `LEAK_POLICY_ENTRIES`. */
export const LeakPolicy = z.strictObject({
  checkEveryMinutes: z.int().min(5).max(43_200),
  jitterShare: Share,
  sourcesPerRun: z.int().min(1).max(5_000),
  codesPerPage: z.int().min(1).max(5_000),
  recentDays: z.int().min(1).max(365),
  baselineDays: z.int().min(1).max(1_000),
  velocityFrom: z.number().min(1).max(100),
  ordersMin: z.int().min(1).max(1_000),
  untargetedShareFrom: Share,
  ownerShareFrom: Share,
  ownerClicksFrom: z.int().min(1).max(10_000),
  touchDays: z.int().min(1).max(365),
  blacklistOrdersFrom: z.int().min(1).max(10_000),
  offboardLeaksFrom: z.int().min(2).max(1_000),
});
export type LeakPolicy = z.infer<typeof LeakPolicy>;

export const LEAK_POLICY_DEFAULTS: LeakPolicy = {
  checkEveryMinutes: 60,
  jitterShare: 0.15,
  sourcesPerRun: 200,
  codesPerPage: 500,
  recentDays: 28,
  baselineDays: 84,
  velocityFrom: 2,
  ordersMin: 5,
  untargetedShareFrom: 0.5,
  ownerShareFrom: 0.7,
  ownerClicksFrom: 3,
  touchDays: 30,
  blacklistOrdersFrom: 2,
  offboardLeaksFrom: 3,
};

interface Reason {
  readonly unit: string;
  readonly why: string;
  readonly source: string;
}

const reason = (unit: string, why: string): Reason => ({ unit, why, source: 'own default' });

/** The unit, reason and source of every default, by field. */
export const LEAK_POLICY_ENTRIES: Readonly<Record<keyof LeakPolicy, Reason>> = {
  checkEveryMinutes: reason('minutes', 'How often a source is looked at unless it says otherwise.'),
  jitterShare: reason(
    'share of the interval',
    'Visits by the clock look like an attack and hit a site at once.',
  ),
  sourcesPerRun: reason('sources', 'More wait for the next run.'),
  codesPerPage: reason('codes', 'A page with more is no page of codes.'),
  recentDays: reason('days', 'What counts as now when a code’s use is compared with its own past.'),
  baselineDays: reason('days', 'The code’s own past: long enough for codes that are used once a week.'),
  velocityFrom: reason('ratio', 'Twice its own usual use is more than a good week.'),
  ordersMin: reason('orders', 'With fewer a share says nothing, and the verdict stays unclear.'),
  untargetedShareFrom: reason(
    'share of orders',
    'Half of the shoppers never came near the owner: somebody else handed the code on.',
  ),
  ownerShareFrom: reason(
    'share of orders',
    'So many credited to the owner mean that the leak pays the owner.',
  ),
  ownerClicksFrom: reason('clicks', 'Clicks of the owner that come from the leaking page are its own doing.'),
  touchDays: reason('days', 'A shopper counts as the owner’s for this long after a click.'),
  blacklistOrdersFrom: reason('orders', 'One order may be chance; a page alone never blacklists.'),
  offboardLeaksFrom: reason('leaks', 'Letters come first.'),
};
