import { z } from 'zod';
import { SaidText } from '../../domain/networks/said-text.ts';
import {
  type DraftProblem,
  draftWith,
  type ItemDraft,
  type TransactionDraft,
} from '../../domain/networks/transaction-draft.ts';

const Amount = z
  .looseObject({ amount: SaidText, currency: SaidText })
  .nullish()
  .transform((value) => value ?? { amount: '', currency: '' });

const AwinTransaction = z.looseObject({
  id: SaidText,
  publisherId: SaidText,
  commissionStatus: SaidText,
  commissionAmount: Amount,
  saleAmount: Amount,
  clickRefs: z.looseObject({ clickRef: SaidText }).nullish(),
  clickDate: SaidText,
  transactionDate: SaidText,
  validationDate: SaidText,
  lapseTime: SaidText,
  voucherCode: SaidText,
  clickDevice: SaidText,
  transactionDevice: SaidText,
  orderRef: SaidText,
  paidToPublisher: SaidText,
  declineReason: SaidText,
  amendReason: SaidText,
  customerAcquisition: SaidText,
  basketProducts: z
    .array(
      z.looseObject({
        skuCode: SaidText,
        productId: SaidText,
        productName: SaidText,
        category: SaidText,
        unitPrice: SaidText,
        quantity: SaidText,
      }),
    )
    .nullish(),
  transactionParts: z
    .array(z.looseObject({ commissionGroupName: SaidText, amount: SaidText, commissionAmount: SaidText }))
    .nullish()
    .catch(null),
});

/** An Awin transaction as it was written; its fields as in the advertiser API's document. */
export function awinDraft(record: unknown): TransactionDraft | DraftProblem {
  const { data, error } = AwinTransaction.safeParse(record);
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
  return draftWith({
    transactionId: data.id,
    partnerRef: data.publisherId,
    subId: data.clickRefs?.clickRef ?? '',
    orderRef: data.orderRef,
    clickedAt: data.clickDate,
    convertedAt: data.transactionDate,
    ttcSeconds: data.lapseTime,
    sale: saleAmount.amount,
    commission: commissionAmount.amount,
    currency: saleAmount.currency,
    statusRaw: data.commissionStatus,
    isPaid: /^(?:true|1|yes)$/i.test(data.paidToPublisher),
    reason: data.declineReason || data.amendReason,
    modifiedAt: data.validationDate,
    code: data.voucherCode,
    customerType: data.customerAcquisition,
    device: data.clickDevice || data.transactionDevice,
    items: itemsOf(data),
  });
}

/** The basket where the shop sends it, else the parts by commission group. */
function itemsOf({ basketProducts, transactionParts }: z.infer<typeof AwinTransaction>): ItemDraft[] {
  if (basketProducts && basketProducts.length > 0) {
    return basketProducts.map(({ skuCode, productId, productName, category, unitPrice, quantity }) => ({
      sku: skuCode || productId,
      name: productName,
      category,
      unitPrice,
      quantity,
    }));
  }
  return (transactionParts ?? []).map(({ commissionGroupName, amount, commissionAmount }) => ({
    category: commissionGroupName,
    sale: amount,
    commission: commissionAmount,
  }));
}
