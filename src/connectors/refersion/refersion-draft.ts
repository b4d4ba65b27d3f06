import { z } from 'zod';
import { SaidText } from '../../domain/networks/said-text.ts';
import {
  type DraftProblem,
  draftWith,
  type TransactionDraft,
} from '../../domain/networks/transaction-draft.ts';

/** A conversion as Refersion's webhooks write it. */
const RefersionConversion = z.looseObject({
  id: SaidText,
  created: SaidText,
  updated: SaidText,
  status: SaidText,
  payment_status: SaidText,
  denied_reason_code: SaidText,
  reason: SaidText,
  total: SaidText,
  commission_total: SaidText,
  currency: SaidText,
  order_id: SaidText,
  coupon_code: SaidText,
  affiliate: z.looseObject({ id: SaidText }).nullish(),
  click: z.looseObject({ created: SaidText, sub_id: SaidText }).nullish(),
});

/** A Refersion conversion as it was written, by webhook, list or file. */
export function refersionDraft(record: unknown): TransactionDraft | DraftProblem {
  const { data, error } = RefersionConversion.safeParse(record);
  if (error) return { problem: 'This is not a Refersion conversion.' };
  return draftWith({
    transactionId: data.id,
    partnerRef: data.affiliate?.id ?? '',
    subId: data.click?.sub_id ?? '',
    orderRef: data.order_id,
    clickedAt: data.click?.created ?? '',
    convertedAt: data.created,
    sale: data.total,
    commission: data.commission_total,
    currency: data.currency,
    statusRaw: data.status,
    isPaid: /^paid$/i.test(data.payment_status),
    reason: data.denied_reason_code || data.reason,
    modifiedAt: data.updated,
    code: data.coupon_code,
  });
}
