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
  /** The coupon code that the network reports; null without. */
  readonly code: string | null;
  /** Hosts of the partner's website and of the page that was clicked on, where they are known. */
  readonly hosts: readonly string[];
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

/** An executed decision, not lifted, by which sales from `since` on earn nothing. */
export type DenyingDecision =
  | {
      /** Nobody but the owner earns with the code: because it is retired, or by itself. */
      readonly reason: 'retired_code' | 'not_the_owner';
      readonly code: string;
      readonly ownerPartnerId: string | null;
      readonly since: Date;
      readonly proposalId: string;
    }
  | {
      readonly reason: 'blacklisted_site';
      readonly domain: string;
      readonly since: Date;
      readonly proposalId: string;
    };

export interface ProgrammeFacts {
  readonly conversions: readonly ConversionFact[];
  readonly lines: readonly OrderLineFact[];
  readonly refunds: readonly RefundFact[];
  readonly decisions: readonly DenyingDecision[];
}
