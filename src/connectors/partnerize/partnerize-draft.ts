import { z } from 'zod';
import { eventTimeCell } from '../../domain/feeds/cells/time-cell.ts';
import { SaidText } from '../../domain/networks/said-text.ts';
import {
  type DraftProblem,
  draftWith,
  type TransactionDraft,
} from '../../domain/networks/transaction-draft.ts';

const Item = z.looseObject({
  conversion_item_id: SaidText,
  sku: SaidText,
  category: SaidText,
  item_value: SaidText,
  item_publisher_commission: SaidText,
  item_status: SaidText,
  reject_reason: SaidText,
  approved_at: SaidText,
  invoice_paid_date: SaidText,
  voucher_codes: z.array(z.unknown()).nullish().catch(null),
});

/** A conversion of the brand's report. */
export const PartnerizeConversion = z.looseObject({
  conversion_id: SaidText,
  publisher_id: SaidText,
  conversion_time: SaidText,
  currency: SaidText,
  conversion_reference: SaidText,
  customer_type: SaidText,
  last_modified: SaidText,
  conversion_lag: SaidText,
  clickref: SaidText,
  ref_device: SaidText,
  invoice_paid_date: SaidText,
  click: z.looseObject({ set_time: SaidText, clickref: SaidText }).nullish(),
  conversion_value: z
    .looseObject({ conversion_status: SaidText, value: SaidText, publisher_commission: SaidText })
    .nullish(),
  conversion_items: z.array(Item).nullish(),
});
export type PartnerizeConversion = z.infer<typeof PartnerizeConversion>;

/** What the report wraps it in. */
const Wrapped = z.looseObject({ conversion_data: PartnerizeConversion });

/** The conversion in a record; null when there is none. */
export function conversionOf(record: unknown): PartnerizeConversion | null {
  const wrapped = Wrapped.safeParse(record);
  if (wrapped.success) return wrapped.data.conversion_data;
  const { data } = PartnerizeConversion.safeParse(record);
  return data ?? null;
}

/**
 * A Partnerize conversion as it was written. The commission is the partner's, without the network's share. A conversion
 * whose items differ in state is `mixed`, which is a state of its own.
 */
export function partnerizeDraft(record: unknown): TransactionDraft | DraftProblem {
  const data = conversionOf(record);
  if (data === null) return { problem: 'This is not a Partnerize conversion.' };
  const items = data.conversion_items ?? [];
  const clickedAt = data.click?.set_time ?? '';
  const paidDates = items.map(({ invoice_paid_date }) => invoice_paid_date);
  const paidAt =
    data.invoice_paid_date || (paidDates.every((date) => date !== '') ? (paidDates[0] ?? '') : '');
  const [code] = items
    .flatMap(({ voucher_codes }) => voucher_codes ?? [])
    .filter((voucher) => voucher !== '');
  return draftWith({
    transactionId: data.conversion_id,
    partnerRef: data.publisher_id,
    subId: data.clickref || (data.click?.clickref ?? ''),
    orderRef: data.conversion_reference,
    clickedAt,
    convertedAt: data.conversion_time,
    ttcSeconds: lagSeconds(data.conversion_lag, clickedAt, data.conversion_time),
    sale: data.conversion_value?.value ?? '',
    commission: data.conversion_value?.publisher_commission ?? '',
    currency: data.currency,
    statusRaw: data.conversion_value?.conversion_status ?? '',
    isPaid: paidAt !== '',
    paidAt,
    reason: items.find(({ reject_reason }) => reject_reason !== '')?.reject_reason ?? '',
    modifiedAt: data.last_modified,
    customerType: data.customer_type,
    code: typeof code === 'string' ? code : '',
    device: data.ref_device,
    items: items.map(({ sku, category, item_value, item_publisher_commission }) => ({
      sku,
      category,
      sale: item_value,
      commission: item_publisher_commission,
    })),
  });
}

const APART_SECONDS_MAX = 120;

/** The lag, whose unit is not documented: taken for seconds where the two times say so too. */
function lagSeconds(lag: string, clickedAt: string, convertedAt: string): string {
  const [from, to] = [clickedAt, convertedAt].map((text) => Date.parse(eventTimeCell.read(text) || 'none'));
  const apart = Math.abs(((to ?? Number.NaN) - (from ?? Number.NaN)) / 1_000 - Number(lag));
  return lag !== '' && apart <= APART_SECONDS_MAX ? lag : '';
}
