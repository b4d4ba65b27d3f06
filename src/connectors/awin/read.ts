import { z } from 'zod';
import { awinCsvTransaction } from './csv-header.ts';

/**
 * Awin's transactions, as its advertiser API documents them and its CSV flattens them. Claim: documented; built from
 * the vendor's pages and our own fixtures, not run against a live account.
 *
 * Limitations: Awin names no click id. Its times carry no zone (the request chose one): they are taken for UTC, and
 * `lapseTime`, which has none, counts for the time to conversion. A sale in one currency with its commission in another
 * does not fit a row here and is refused.
 */

/** The columns of a generic conversion that Awin fills, then its own record. */
export const AWIN_COLUMNS = [
  'conversion_id',
  'network',
  'partner_id',
  'sub_id',
  'order_id',
  'clicked_at',
  'converted_at',
  'amount',
  'commission',
  'currency',
  'status',
  'status_raw',
  'code',
  'customer_type',
  'device',
  'lapse_seconds',
  'awin',
] as const;

const Text = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => String(value ?? ''));
const Amount = z
  .looseObject({ amount: Text, currency: Text })
  .nullish()
  .transform((value) => value ?? { amount: '', currency: '' });

const AwinTransaction = z.looseObject({
  id: Text,
  publisherId: Text,
  commissionStatus: Text,
  commissionAmount: Amount,
  saleAmount: Amount,
  clickRefs: z.looseObject({ clickRef: Text }).nullish(),
  clickDate: Text,
  transactionDate: Text,
  lapseTime: Text,
  voucherCode: Text,
  clickDevice: Text,
  transactionDevice: Text,
  orderRef: Text,
  paidToPublisher: Text,
  customerAcquisition: Text,
});

export type AwinRow = { readonly cells: string[] } | { readonly problem: string };

/**
 * One transaction as the cells of `AWIN_COLUMNS`, or the sentence that says why it is none.
 *
 * @param value - parsed JSON in which numbers were kept as their own text, so that no amount went through a float.
 */
export function readAwinTransaction(value: unknown): AwinRow {
  const { data, error } = AwinTransaction.safeParse(value);
  if (error) {
    const where = error.issues[0]?.path.join('.') ?? '';
    return {
      problem: `This is not an Awin transaction${where === '' ? '' : `: ${where} is of another kind`}.`,
    };
  }
  const { saleAmount, commissionAmount } = data;
  if (commissionAmount.currency !== '' && commissionAmount.currency !== saleAmount.currency) {
    return {
      problem: `The sale is in ${saleAmount.currency || 'no currency'} and its commission in ${commissionAmount.currency}; a row has one currency.`,
    };
  }
  const isPaid = /^(?:true|1|yes)$/i.test(data.paidToPublisher) && /^approved$/i.test(data.commissionStatus);
  const row: Record<(typeof AWIN_COLUMNS)[number], string> = {
    conversion_id: data.id,
    network: 'awin',
    partner_id: data.publisherId,
    sub_id: data.clickRefs?.clickRef ?? '',
    order_id: data.orderRef,
    clicked_at: data.clickDate,
    converted_at: data.transactionDate,
    amount: saleAmount.amount,
    commission: commissionAmount.amount,
    currency: saleAmount.currency,
    status: isPaid ? 'paid' : data.commissionStatus,
    status_raw: data.commissionStatus,
    code: data.voucherCode,
    customer_type: CUSTOMER_TYPES[data.customerAcquisition.toLowerCase()] ?? '',
    device: data.clickDevice || data.transactionDevice,
    lapse_seconds: data.lapseTime,
    awin: JSON.stringify(value),
  };
  return { cells: AWIN_COLUMNS.map((column) => row[column].toWellFormed()) };
}

/**
 * How the rows under the header of an Awin CSV are read.
 *
 * @throws {Refusal} `column_missing`, naming Awin's column.
 */
export function awinCsvReader(header: readonly string[]): (cells: readonly string[]) => AwinRow {
  const transactionOf = awinCsvTransaction(header);
  return (cells) => readAwinTransaction(transactionOf(cells));
}

const CUSTOMER_TYPES: Readonly<Record<string, string | undefined>> = {
  new: 'new',
  existing: 'returning',
  returning: 'returning',
};
