/** Rows of the generic CSV kinds, times in milliseconds since 1970, empty text for an empty column. */
export interface ClickRow {
  clickId: string;
  partnerId: string;
  subId: string;
  visitorId: string;
  clickedAt: number;
  referrer: string;
  userAgent: string;
  ipHash: string;
  device: string;
}

export interface ConversionRow {
  conversionId: string;
  network: string;
  partnerId: string;
  orderId: string;
  clickId: string;
  /** Null when the network does not say. */
  clickedAt: number | null;
  convertedAt: number;
  amountMicros: bigint;
  commissionMicros: bigint;
  currency: string;
  status: string;
  code: string;
  customerType: 'new' | 'returning' | '';
  device: string;
}

export interface SiteEventRow {
  visitorId: string;
  occurredAt: number;
  event: 'view' | 'cart' | 'checkout' | 'purchase';
}

export interface OrderRow {
  orderId: string;
  customerId: string;
  visitorId: string;
  orderedAt: number;
  amountMicros: bigint;
  currency: string;
}

export interface PartnerRow {
  partnerId: string;
  type: string;
  network: string;
  website: string;
}

/** Everything one partner left behind. */
export interface PartnerRows {
  partner: PartnerRow;
  clicks: ClickRow[];
  conversions: ConversionRow[];
  siteEvents: SiteEventRow[];
  orders: OrderRow[];
}

/** Upper-case code to the partner that owns it; empty for a code of nobody. */
export type CodeOwners = ReadonlyMap<string, string>;
