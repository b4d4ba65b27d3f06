import type { FakeCjRecord } from './fake-cj.ts';

/** One original record for each sale: order ORDER-n of £100.00 with £8.00 commission, so many minutes into March 2026. */
export function cjSales(minutes: readonly number[]): FakeCjRecord[] {
  return minutes.map((minute, index) => {
    const eventDate = new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString().replace('.000Z', 'Z');
    return {
      commissionId: String(1_000 + index),
      originalActionId: String(5_000 + index),
      original: true,
      orderId: `ORDER-${index}`,
      actionStatus: 'new',
      actionType: 'sim_sale',
      clickDate: eventDate,
      eventDate,
      postingDate: eventDate,
      lockingDate: '2026-04-11T10:00:00Z',
      saleAmountAdvCurrency: '100.00',
      advCommissionAmountAdvCurrency: '8.00',
      coupon: 'SPRING',
      newToFile: true,
    };
  });
}

/** The two records by which CJ changes that sale to another amount. */
export function cjCorrection(
  of: FakeCjRecord,
  sale: string,
  commission: string,
  day: string,
): FakeCjRecord[] {
  const correction = {
    ...of,
    original: false,
    postingDate: `${day}T00:00:00Z`,
    correctionReason: 'RETURNED_MERCHANDISE',
  };
  return [
    {
      ...correction,
      commissionId: `9${of.commissionId}1`,
      saleAmountAdvCurrency: `-${of.saleAmountAdvCurrency}`,
      advCommissionAmountAdvCurrency: `-${of.advCommissionAmountAdvCurrency}`,
    },
    {
      ...correction,
      commissionId: `9${of.commissionId}2`,
      saleAmountAdvCurrency: sale,
      advCommissionAmountAdvCurrency: commission,
    },
  ];
}
