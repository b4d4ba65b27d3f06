import { amountCell, positiveAmountCell } from './cells/amount-cell.ts';
import type { Cell } from './cells/cell.ts';
import { currencyCell } from './cells/currency-cell.ts';
import { fxRateCell } from './cells/fx-rate-cell.ts';
import { idCell } from './cells/id-cell.ts';
import { oneOfCell } from './cells/one-of-cell.ts';
import { percentCell } from './cells/percent-cell.ts';
import { textCell } from './cells/text-cell.ts';
import { dayCell, eventTimeCell, timeCell } from './cells/time-cell.ts';
import { truthCell } from './cells/truth-cell.ts';
import { wholeNumberCell } from './cells/whole-number-cell.ts';
import type { ImportKind } from './kinds.ts';

/** One column of a generic file. */
export interface FeedColumn {
  readonly cell: Cell;
  /** The column has to be there, and no cell of it may be empty. */
  readonly required?: true;
  /** What an empty cell, or an absent column, stands for; nothing where this is not given. */
  readonly fallback?: string;
  /** Read where it is there; written only when a row needs it, so that files keep the agreed columns. */
  readonly beyondContract?: true;
}

const COUNT_MAX = 2_147_483_647;
const id = { cell: idCell } as const;
const idRequired = { cell: idCell, required: true } as const;
const words = { cell: textCell(500) } as const;
const longWords = { cell: textCell(4_096) } as const;
const currency = { cell: currencyCell, required: true } as const;
const amount = { cell: amountCell } as const;
const amountRequired = { cell: amountCell, required: true } as const;
const count = { cell: wholeNumberCell(-COUNT_MAX, COUNT_MAX), required: true } as const;
const time = { cell: timeCell } as const;
const timeRequired = { cell: timeCell, required: true } as const;
const eventTime = { cell: eventTimeCell } as const;
const eventTimeRequired = { cell: eventTimeCell, required: true } as const;

/**
 * The generic CSV, kind by kind, columns in the order in which they are written.
 *
 * Required are ids, the times a row is placed by, amounts, quantities and currency; everything else may be empty
 * or absent. `typeof FEED_COLUMNS` is where row types come from.
 */
export const FEED_COLUMNS = {
  partners: {
    partner_id: idRequired,
    name: words,
    type: { ...words, fallback: 'other' },
    network: { ...id, fallback: 'direct' },
    status: { cell: oneOfCell(['active', 'pending', 'blocked', 'offboarded']), fallback: 'active' },
    tier: { cell: oneOfCell(['growth', 'maintain', 'purge']), fallback: 'maintain' },
    website: longWords,
    email: words,
    country: words,
    joined_at: time,
    key_account: { cell: truthCell, fallback: 'false', beyondContract: true },
  },
  products: {
    sku: idRequired,
    name: words,
    category: words,
    price: amount,
    unit_cost: amount,
    fulfilment_cost: amount,
    currency,
    url: longWords,
  },
  inventory: {
    sku: idRequired,
    location: { ...id, fallback: '' },
    on_hand: count,
    inbound: { cell: count.cell, fallback: '0' },
    as_of: timeRequired,
    season_end: { cell: dayCell },
  },
  codes: {
    code: idRequired,
    kind: words,
    owner_partner_id: id,
    percent_off: { cell: percentCell },
    amount_off: amount,
    currency: { cell: currencyCell },
    starts_at: time,
    ends_at: time,
  },
  clicks: {
    click_id: idRequired,
    partner_id: idRequired,
    sub_id: id,
    visitor_id: id,
    clicked_at: eventTimeRequired,
    landing_url: longWords,
    referrer: longWords,
    user_agent: longWords,
    ip_hash: words,
    device: words,
  },
  site_events: {
    visitor_id: idRequired,
    occurred_at: eventTimeRequired,
    event: { cell: oneOfCell(['view', 'cart', 'checkout', 'purchase']), required: true },
    sku: { ...id, fallback: '' },
  },
  conversions: {
    conversion_id: idRequired,
    network: { ...id, fallback: 'direct' },
    partner_id: idRequired,
    sub_id: id,
    order_id: id,
    click_id: id,
    clicked_at: eventTime,
    converted_at: eventTimeRequired,
    amount: amountRequired,
    commission: amountRequired,
    currency,
    status: words,
    code: id,
    customer_type: { cell: oneOfCell(['new', 'returning']) },
    device: words,
    status_raw: { ...words, fallback: '', beyondContract: true },
    lapse_seconds: { cell: wholeNumberCell(-COUNT_MAX, COUNT_MAX), beyondContract: true },
  },
  orders: {
    order_id: idRequired,
    customer_id: id,
    visitor_id: id,
    ordered_at: eventTimeRequired,
    delivered_at: eventTime,
    line_id: idRequired,
    sku: id,
    quantity: count,
    unit_price: amountRequired,
    discount: { ...amount, fallback: '0' },
    currency,
    code: id,
  },
  refunds: {
    refund_id: idRequired,
    order_id: id,
    line_id: { ...id, fallback: '' },
    customer_id: id,
    sku: id,
    quantity: { cell: wholeNumberCell(0, COUNT_MAX), required: true },
    amount: { cell: positiveAmountCell, required: true },
    currency,
    refunded_at: eventTimeRequired,
  },
  rates: {
    partner_id: idRequired,
    sku_group: { ...id, fallback: '' },
    rate_bps: { cell: wholeNumberCell(0, 10_000), required: true },
    starts_at: timeRequired,
    ends_at: time,
  },
  fx_rates: {
    from_currency: currency,
    to_currency: currency,
    day: { cell: dayCell, required: true },
    rate: { cell: fxRateCell, required: true },
    source: { ...words, fallback: '' },
  },
} as const satisfies Record<ImportKind, Record<string, FeedColumn>>;
