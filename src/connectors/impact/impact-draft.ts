import { z } from 'zod';
import { SaidText } from '../../domain/networks/said-text.ts';
import {
  type DraftProblem,
  draftWith,
  type TransactionDraft,
} from '../../domain/networks/transaction-draft.ts';

/** An Action of the Brand API, and the columns of its Action Listing report where they have other names. */
const ImpactAction = z.looseObject({
  Id: SaidText,
  MediaPartnerId: SaidText,
  State: SaidText,
  Payout: SaidText,
  Amount: SaidText,
  Currency: SaidText,
  ReferringDate: SaidText,
  EventDate: SaidText,
  CreationDate: SaidText,
  LockingDate: SaidText,
  ClearedDate: SaidText,
  PromoCode: SaidText,
  Oid: SaidText,
  CustomerStatus: SaidText,
  SharedId: SaidText,
  Note: SaidText,
  /** Of the report only. */
  ModificationDate: SaidText,
  LockedStatus: SaidText,
});

/** An impact.com action as it was written. The click's time is ReferringDate; partners' own sub-ids are not shown to brands. */
export function impactDraft(record: unknown): TransactionDraft | DraftProblem {
  const { data, error } = ImpactAction.safeParse(record);
  if (error) {
    const where = error.issues[0]?.path.join('.') ?? '';
    return {
      problem: `This is not an impact.com action${where === '' ? '' : `: ${where} is of another kind`}.`,
    };
  }
  return draftWith({
    transactionId: data.Id,
    partnerRef: data.MediaPartnerId,
    subId: data.SharedId,
    orderRef: data.Oid,
    clickedAt: data.ReferringDate,
    convertedAt: data.EventDate || data.CreationDate,
    sale: data.Amount,
    commission: data.Payout,
    currency: data.Currency,
    statusRaw: data.State,
    isPaid: data.ClearedDate !== '',
    isLocked: /^(?:locked|cleared)$/i.test(data.LockedStatus),
    reason: data.Note,
    locksAt: data.LockingDate,
    paidAt: data.ClearedDate,
    modifiedAt: data.ModificationDate,
    customerType: data.CustomerStatus,
    code: data.PromoCode,
  });
}
