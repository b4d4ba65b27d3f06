type MadeOrder = Record<string, unknown>;

/** An order as Shopify's document shows it, shortened; written from the document, not recorded. */
export const madeShopifyOrder = (more: Partial<MadeOrder> = {}): MadeOrder => ({
  id: '820982911946154508',
  name: '#9999',
  order_number: 1234,
  created_at: '2026-03-01T10:00:00-05:00',
  updated_at: '2026-03-02T10:00:00-05:00',
  cancelled_at: null,
  test: false,
  currency: 'USD',
  customer: { id: '115310627314723954' },
  discount_codes: [{ code: 'SPRING', amount: '5.00', type: 'fixed_amount' }],
  line_items: [
    {
      id: '866550311766439020',
      sku: 'MUG-1',
      quantity: 3,
      price: '19.90',
      discount_allocations: [{ amount: '3.34' }, { amount: '0.01' }],
    },
    { id: '141249953214522974', sku: null, quantity: 1, price: '29.00' },
  ],
  refunds: [],
  fulfillments: [],
  ...more,
});

/** An order as WooCommerce's document shows it, shortened; written from the document, not recorded. */
export const madeWooOrder = (more: Partial<MadeOrder> = {}): MadeOrder => ({
  id: 727,
  number: '727',
  status: 'processing',
  currency: 'EUR',
  date_created_gmt: '2026-03-22T19:28:02',
  date_modified_gmt: '2026-03-22T19:28:08',
  customer_id: 0,
  billing: { email: 'John.Doe@example.com' },
  coupon_lines: [{ code: 'winter' }],
  line_items: [{ id: 315, sku: 'A-1', quantity: 3, subtotal: '10.00', total: '9.00' }],
  refunds: [],
  ...more,
});
