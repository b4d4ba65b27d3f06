import type { ConversionStatus } from '../feeds/conversion-status.ts';

/** A conversion as the network tells it. */
export interface ConversionFact {
  readonly network: string;
  readonly conversionId: string;
  readonly partnerId: string;
  readonly orderId: string | null;
  readonly convertedAt: Date;
  readonly commissionMicros: bigint;
  readonly currency: string;
  readonly status: ConversionStatus;
  /** The network's own word; empty when it gave none. */
  readonly statusRaw: string;
}

/** One line of an order as the shop tells it. */
export interface OrderLineFact {
  readonly orderId: string;
  readonly lineId: string;
  readonly customerId: string | null;
  readonly orderedAt: Date;
  readonly deliveredAt: Date | null;
  readonly sku: string | null;
  /** The product's; null when it has none or is not known. */
  readonly category: string | null;
  readonly quantity: bigint;
  readonly unitPriceMicros: bigint;
  readonly discountMicros: bigint;
  readonly currency: string;
}

/** One line of a credit note; `(refundId, lineId)` names it. */
export interface RefundFact {
  readonly refundId: string;
  /** Of the order, when it names one; empty otherwise. */
  readonly lineId: string;
  readonly orderId: string | null;
  readonly customerId: string | null;
  readonly sku: string | null;
  readonly quantity: bigint;
  readonly currency: string;
  readonly refundedAt: Date;
}

export interface ProgrammeFacts {
  readonly conversions: readonly ConversionFact[];
  readonly lines: readonly OrderLineFact[];
  readonly refunds: readonly RefundFact[];
}
