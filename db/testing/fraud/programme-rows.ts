/** Rows of a made-up programme, as an importer would write them. Times are to the millisecond. */
export interface ClickRow {
  readonly partnerId: string;
  readonly clickId: string;
  readonly subId: string | null;
  readonly visitorId: string | null;
  readonly clickedAt: Date;
  readonly referrer: string | null;
  readonly userAgent: string | null;
  readonly ipHash: string | null;
  readonly device: string | null;
}

export interface ConversionRow {
  readonly partnerId: string;
  readonly network: string;
  readonly conversionId: string;
  readonly orderId: string | null;
  readonly clickId: string | null;
  readonly clickedAt: Date | null;
  readonly convertedAt: Date;
  readonly lapseSeconds: number | null;
  readonly commissionMicros: bigint;
  readonly currency: string;
  readonly status: string;
  readonly code: string | null;
  readonly customerType: 'new' | 'returning' | null;
  readonly device: string | null;
}

export interface SiteEventRow {
  readonly visitorId: string;
  readonly occurredAt: Date;
  readonly event: 'view' | 'cart' | 'checkout' | 'purchase';
}

export interface OrderRow {
  readonly orderId: string;
  readonly customerId: string | null;
  readonly visitorId: string | null;
}

export interface CodeRow {
  readonly code: string;
  readonly ownerPartnerId: string | null;
}

export interface PartnerRow {
  readonly partnerId: string;
  readonly website: string | null;
}

/** Each table by its primary key as text. */
export interface ProgrammeRows {
  readonly clicks: Map<string, ClickRow>;
  readonly conversions: Map<string, ConversionRow>;
  readonly siteEvents: Map<string, SiteEventRow>;
  readonly orders: Map<string, OrderRow>;
  readonly codes: Map<string, CodeRow>;
  readonly partners: Map<string, PartnerRow>;
}

export const noRows = (): ProgrammeRows => ({
  clicks: new Map(),
  conversions: new Map(),
  siteEvents: new Map(),
  orders: new Map(),
  codes: new Map(),
  partners: new Map(),
});
