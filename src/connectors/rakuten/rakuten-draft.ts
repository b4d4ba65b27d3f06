import { z } from 'zod';
import { SaidText } from '../../domain/networks/said-text.ts';
import {
  type DraftProblem,
  draftWith,
  type TransactionDraft,
} from '../../domain/networks/transaction-draft.ts';

const RakutenEvent = z.looseObject({
  etransaction_id: SaidText,
  sid: SaidText,
  order_id: SaidText,
  sku_number: SaidText,
  sale_amount: SaidText,
  quantity: SaidText,
  commissions: SaidText,
  process_date: SaidText,
  transaction_date: SaidText,
  transaction_type: SaidText,
  product_name: SaidText,
  u1: SaidText,
  currency: SaidText,
});

/**
 * One row of Rakuten's events: one SKU of an order, negative where it is taken back. There is no time of the click, and
 * no word for a state: `transaction_type` is kept in its place and means nothing to us.
 */
export function rakutenDraft(record: unknown): TransactionDraft | DraftProblem {
  const { data, error } = RakutenEvent.safeParse(record);
  if (error) return { problem: 'This is not a transaction of Rakuten Advertising.' };
  return draftWith({
    transactionId: data.etransaction_id,
    partnerRef: data.sid,
    subId: data.u1,
    orderRef: data.order_id,
    convertedAt: isoTime(data.transaction_date),
    sale: data.sale_amount,
    commission: data.commissions,
    currency: data.currency,
    statusRaw: data.transaction_type,
    modifiedAt: isoTime(data.process_date),
    items: [
      {
        sku: data.sku_number,
        name: data.product_name,
        quantity: data.quantity,
        sale: data.sale_amount,
        commission: data.commissions,
      },
    ],
  });
}

const LONG_TIME =
  /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})(?: \(.{1,40}\))?$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Wed Mar 04 2026 10:52:46 GMT+0000 (UTC)` as ISO 8601; any other text as it is. */
function isoTime(text: string): string {
  const match = LONG_TIME.exec(text);
  if (match === null) return text;
  const [, month = '', day, year, time, zone] = match;
  return `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day}T${time}${zone}`;
}
