/** Columns a kind, exactly as in the generic CSV files; partners add the optional `key_account`. */
export const DEMO_COLUMNS = {
  partners: [
    'partner_id',
    'name',
    'type',
    'network',
    'status',
    'tier',
    'website',
    'email',
    'country',
    'joined_at',
    'key_account',
  ],
  products: ['sku', 'name', 'category', 'price', 'unit_cost', 'fulfilment_cost', 'currency', 'url'],
  inventory: ['sku', 'location', 'on_hand', 'inbound', 'as_of', 'season_end'],
  codes: [
    'code',
    'kind',
    'owner_partner_id',
    'percent_off',
    'amount_off',
    'currency',
    'starts_at',
    'ends_at',
  ],
  rates: ['partner_id', 'sku_group', 'rate_bps', 'starts_at', 'ends_at'],
  orders: [
    'order_id',
    'customer_id',
    'visitor_id',
    'ordered_at',
    'delivered_at',
    'line_id',
    'sku',
    'quantity',
    'unit_price',
    'discount',
    'currency',
    'code',
  ],
  refunds: [
    'refund_id',
    'order_id',
    'line_id',
    'customer_id',
    'sku',
    'quantity',
    'amount',
    'currency',
    'refunded_at',
  ],
  clicks: [
    'click_id',
    'partner_id',
    'sub_id',
    'visitor_id',
    'clicked_at',
    'landing_url',
    'referrer',
    'user_agent',
    'ip_hash',
    'device',
  ],
  site_events: ['visitor_id', 'occurred_at', 'event', 'sku'],
  conversions: [
    'conversion_id',
    'network',
    'partner_id',
    'sub_id',
    'order_id',
    'click_id',
    'clicked_at',
    'converted_at',
    'amount',
    'commission',
    'currency',
    'status',
    'code',
    'customer_type',
    'device',
  ],
} as const;

export type DemoKind = keyof typeof DEMO_COLUMNS;

/** A row as the generic CSV writes it: every cell is text, empty when there is no value. */
export type DemoRow<Kind extends DemoKind> = Readonly<Record<(typeof DEMO_COLUMNS)[Kind][number], string>>;

/**
 * All rows of the demo programme, in an order that breaks no reference when loaded kind by kind.
 *
 * Rows are made while they are read, again at every reading, so that they need not all be held at once.
 */
export type DemoRows = { readonly [Kind in DemoKind]: Iterable<DemoRow<Kind>> };
