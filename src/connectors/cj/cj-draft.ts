import { amountCell } from '../../domain/feeds/cells/amount-cell.ts';
import { formatMicros } from '../../domain/money/micros.ts';
import {
  type DraftProblem,
  draftWith,
  type TransactionDraft,
} from '../../domain/networks/transaction-draft.ts';
import { CjRecord, isOriginal } from './cj-record.ts';

/**
 * One CJ record as it was written, under the id of the action it belongs to.
 *
 * @param currency - the advertiser's; null takes the record's own, or else the amounts in US dollars.
 */
export function cjDraft(record: unknown, currency: string | null): TransactionDraft | DraftProblem {
  const { data, error } = CjRecord.safeParse(record);
  if (error) return { problem: 'This is not a CJ commission record.' };
  const own = currency ?? data.advCurrency;
  return draftWith({
    transactionId: data.originalActionId || data.commissionId,
    orderRef: data.orderId,
    partnerRef: data.publisherId,
    clickedAt: data.clickDate,
    convertedAt: data.eventDate,
    sale: own === '' ? data.saleAmountUsd : data.saleAmountAdvCurrency,
    commission: own === '' ? data.advCommissionAmountUsd : data.advCommissionAmountAdvCurrency,
    currency: own === '' ? 'USD' : own,
    statusRaw: data.actionStatus,
    reason: data.correctionReason,
    locksAt: data.lockingDate,
    modifiedAt: data.postingDate,
    customerType: data.newToFile,
    code: data.coupon,
    device: data.concludingDeviceType,
    items: (data.items ?? []).map(
      ({ sku, quantity, perItemSaleAmountAdvCurrency, totalCommissionAdvCurrency }) => ({
        sku,
        quantity,
        unitPrice: perItemSaleAmountAdvCurrency,
        commission: totalCommissionAdvCurrency,
      }),
    ),
  });
}

/**
 * CJ's ledger rule: a correction is two further records, one that takes the old state back and one with the new, and
 * only the sum over an action counts. The newest record says the state, the reason and the lines.
 *
 * @param value - `{records}`: all records of one action.
 */
export function netDraft(value: unknown, currency: string): TransactionDraft | DraftProblem {
  const { records } = value as { records: readonly CjRecord[] };
  const original = records.find(isOriginal);
  if (original === undefined) return { problem: 'It corrects a transaction that CJ does not show.' };
  const newest = records.reduce((left, right) => (isNewer(right, left) ? right : left));
  const first = cjDraft(original, currency);
  const last = cjDraft(newest, currency);
  if ('problem' in first) return first;
  if ('problem' in last) return last;
  const sale = sumOf(records.map(({ saleAmountAdvCurrency }) => saleAmountAdvCurrency));
  const commission = sumOf(records.map((record) => record.advCommissionAmountAdvCurrency));
  if (sale === null || commission === null) return { problem: `Its amounts must be ${amountCell.expects}.` };
  const isNothingLeft = records.length > 1 && sale === 0n && commission === 0n;
  return {
    ...first,
    sale: formatMicros(sale),
    commission: formatMicros(commission),
    statusRaw: last.statusRaw,
    isReversed: isNothingLeft,
    reason: last.reason,
    locksAt: last.locksAt,
    modifiedAt: last.modifiedAt,
    items: isNothingLeft ? [] : last.items,
  };
}

/** By posting, then by CJ's own numbering, which rises. */
function isNewer(one: CjRecord, other: CjRecord): boolean {
  if (one.postingDate !== other.postingDate) return one.postingDate > other.postingDate;
  const [left, right] = [one.commissionId, other.commissionId];
  return left.length === right.length ? left > right : left.length > right.length;
}

function sumOf(texts: readonly string[]): bigint | null {
  let sum = 0n;
  for (const text of texts) {
    const micros = amountCell.read(text);
    if (micros === null || micros === '') return null;
    sum += BigInt(micros);
  }
  return sum;
}
