import { z } from 'zod';
import { SaidText } from '../../domain/networks/said-text.ts';

/** One commission record as CJ's Commission Detail names its fields: an original, or one half of a correction. */
export const CjRecord = z.looseObject({
  commissionId: SaidText,
  originalActionId: SaidText,
  original: SaidText,
  orderId: SaidText,
  actionStatus: SaidText,
  actionTrackerId: SaidText,
  correctionReason: SaidText,
  publisherId: SaidText,
  clickDate: SaidText,
  eventDate: SaidText,
  postingDate: SaidText,
  lockingDate: SaidText,
  saleAmountAdvCurrency: SaidText,
  saleAmountUsd: SaidText,
  advCommissionAmountAdvCurrency: SaidText,
  advCommissionAmountUsd: SaidText,
  /** Only in files, where somebody may have added it. */
  advCurrency: SaidText,
  coupon: SaidText,
  newToFile: SaidText,
  concludingDeviceType: SaidText,
  items: z
    .array(
      z.looseObject({
        sku: SaidText,
        quantity: SaidText,
        perItemSaleAmountAdvCurrency: SaidText,
        totalCommissionAdvCurrency: SaidText,
      }),
    )
    .nullish()
    .catch(null),
});
export type CjRecord = z.infer<typeof CjRecord>;

/** CJ writes true and false, its documents 1 and 0. */
export const isOriginal = ({ original }: Pick<CjRecord, 'original'>): boolean =>
  /^(?:true|1|yes)$/i.test(original);

/** Asked for in full: `raw` keeps all of it. */
export const CJ_FIELDS = `commissionId originalActionId original orderId actionStatus actionType actionTrackerId
  correctionReason publisherId publisherName websiteId aid clickDate eventDate postingDate lockingDate lockingMethod
  validationStatus reviewedStatus coupon country newToFile isCrossDevice concludingDeviceType clickReferringURL source
  saleAmountAdvCurrency saleAmountUsd orderDiscountAdvCurrency advCommissionAmountAdvCurrency advCommissionAmountUsd
  cjFeeAdvCurrency
  items { sku quantity perItemSaleAmountAdvCurrency discountAdvCurrency totalCommissionAdvCurrency }`;
