import { z } from 'zod';
import { MicrosText } from '../money/micros.ts';
import {
  SALE_CHECK_POLICY_DEFAULTS,
  SALE_CHECK_POLICY_ENTRIES,
  SaleCheckPolicy,
} from './sale-check-policy.ts';

const Days = z.int().min(0).max(730);
const Names = z.array(z.string().min(1).max(200)).max(10_000);

/** What decides when commission is final and what may be taken back. Unit, reason and source: `RECONCILIATION_POLICY_ENTRIES`. */
export const ReconciliationPolicy = z.strictObject({
  windowDays: Days,
  /** Product category → days, instead of `windowDays`. */
  windowDaysByCategory: z.record(z.string().min(1).max(200), Days),
  /** Orders from `from` until before `until` are not locked before `extendedUntil`. */
  holidays: z
    .array(
      z.strictObject({
        from: z.iso.datetime({ offset: true }),
        until: z.iso.datetime({ offset: true }),
        extendedUntil: z.iso.datetime({ offset: true }),
      }),
    )
    .max(100),
  clawbackForbiddenPartners: Names,
  clawbackForbiddenNetworks: Names,
  /** Network → days after the conversion at which it locks by itself. */
  networkLockDays: z.record(z.string().min(1).max(200), Days),
  alertDaysBefore: z.array(Days).min(1).max(10),
  reserveRateBps: z.int().min(0).max(10_000),
  /** Fewer complete lines than this, and the reserve keeps to `reserveRateBps`. */
  reserveLinesMin: z.int().min(1).max(1_000_000),
  ...SaleCheckPolicy.shape,
  /** Micros of its own currency that a proposal about returns has to move. */
  proposalMinMicros: MicrosText,
});
export type ReconciliationPolicy = z.infer<typeof ReconciliationPolicy>;

export const RECONCILIATION_POLICY_DEFAULTS: ReconciliationPolicy = ReconciliationPolicy.parse({
  windowDays: 30,
  windowDaysByCategory: {},
  holidays: [],
  clawbackForbiddenPartners: [],
  clawbackForbiddenNetworks: [],
  networkLockDays: {},
  alertDaysBefore: [7, 3, 1],
  reserveRateBps: 1_930,
  reserveLinesMin: 500,
  ...SALE_CHECK_POLICY_DEFAULTS,
  proposalMinMicros: '10000000',
});

export const RECONCILIATION_POLICY_ENTRIES: Readonly<
  Record<keyof ReconciliationPolicy, { readonly unit: string; readonly why: string; readonly source: string }>
> = {
  windowDays: {
    unit: 'days after delivery, else order',
    why: 'Commission is for kept orders, and until then an order can be sent back.',
    source: 'the client',
  },
  windowDaysByCategory: {
    unit: 'days by product category',
    why: 'Some goods may be kept longer before they come back, some cannot come back at all.',
    source: 'own default: none',
  },
  holidays: {
    unit: 'spans of orders and the moment before which they are not locked',
    why: 'Presents of December are sent back in January.',
    source: 'own default: none',
  },
  clawbackForbiddenPartners: {
    unit: 'partner ids',
    why: 'Where the contract forbids clawback a late return is leakage; put your contracts here.',
    source: 'own default: none',
  },
  clawbackForbiddenNetworks: {
    unit: 'networks',
    why: 'The same for every partner of a network.',
    source: 'own default: none',
  },
  networkLockDays: {
    unit: 'days after the conversion, by network',
    why: 'A network that locks before the window ends pays for orders that may still come back; put your contracts here.',
    source: 'own default: none, since it is agreed with each network',
  },
  alertDaysBefore: {
    unit: 'days before a network locks',
    why: 'Time to decline or to extend, then a last call.',
    source: 'the client',
  },
  reserveRateBps: {
    unit: 'basis points of pending commission',
    why: 'The online average, until the programme has enough returns of its own.',
    source: 'NRF 2025',
  },
  reserveLinesMin: {
    unit: 'lines whose window is complete',
    why: 'A return rate of fewer lines would swing from week to week.',
    source: 'own default',
  },
  proposalMinMicros: {
    unit: 'micros of the currency that the commission is in',
    why: 'Less is not worth a decision; it adds up with later returns of the same partner until it is.',
    source: 'own default',
  },
  ...SALE_CHECK_POLICY_ENTRIES,
};
