import { Random } from '../fraud/random.ts';
import { addReturns } from './awkward-returns.ts';
import type { Programme, Row } from './programme.ts';

export const START_MS = Date.UTC(2026, 0, 1);
export const DAY_MS = 86_400_000;
/** When the account is drawn up: later than some orders and refunds. */
export const AS_OF = new Date(START_MS + 290 * DAY_MS);

const NOT_PRODUCTS = ['POST', 'M', 'D', 'DOT', 'AMAZONFEE'];

/** Simulated: orders of ten months in a shop with many regulars, their conversions, and every awkward return. */
export function awkwardProgramme(seed: number, orderCount: number): Programme {
  const random = new Random(seed);
  const programme: Programme = { conversions: [], orders: [], refunds: [] };
  for (let number = 1; number <= orderCount; number += 1) {
    const lines = drawOrder(random, `o${number}`);
    programme.orders.push(...lines);
    if (random.chance(0.9)) addConversions(random, programme, lines, number);
    if (random.chance(0.35)) addReturns(random, programme, lines, number);
  }
  return programme;
}

function drawOrder(random: Random, orderId: string): Row[] {
  const orderedMs = START_MS + Math.floor(random.between(0, 300 * 24 * 60)) * 60_000;
  const deliveredMs = random.chance(0.8) ? orderedMs + random.whole(1, 9) * DAY_MS : null;
  const customer = random.chance(0.85) ? `k${random.whole(1, 3_000)}` : '';
  const count = random.chance(0.03) ? random.whole(9, 14) : random.whole(1, 5);
  return Array.from({ length: count }, (_, index) => {
    const quantity = random.chance(0.03) ? random.whole(20, 400) : random.whole(1, 6);
    const isFree = random.chance(0.03);
    const price = isFree ? 0 : random.whole(19, 9_999);
    const discount = random.chance(0.2) ? random.whole(0, Math.min(price * quantity, 900)) : 0;
    return {
      order_id: orderId,
      customer_id: customer,
      ordered_at: new Date(orderedMs).toISOString(),
      delivered_at: deliveredMs === null ? '' : new Date(deliveredMs).toISOString(),
      line_id: String(index + 1),
      sku: random.chance(0.05) ? (NOT_PRODUCTS[random.whole(0, 4)] ?? '') : `s${random.whole(1, 60)}`,
      quantity: String(quantity),
      unit_price: (price / 100).toFixed(2),
      discount: (discount / 100).toFixed(2),
      currency: 'GBP',
    };
  });
}

function addConversions(
  random: Random,
  { conversions }: Programme,
  lines: readonly Row[],
  number: number,
): void {
  const [first] = lines;
  const pence = lines.reduce((sum, row) => sum + Number(row.unit_price) * 100 * Number(row.quantity), 0);
  const row = {
    conversion_id: `c${number}`,
    network: random.pick(['awin', 'cj', 'direct']),
    partner_id: `p${random.whole(1, 90)}`,
    order_id: random.chance(0.01) ? `gone${number}` : (first?.order_id ?? ''),
    converted_at: first?.ordered_at ?? '',
    amount: (pence / 100).toFixed(2),
    commission: ((pence * random.whole(3, 12)) / 10_000).toFixed(random.chance(0.5) ? 2 : 4),
    currency: random.chance(0.02) ? 'EUR' : 'GBP',
    status: random.pick(['pending', 'pending', 'pending', 'approved', 'paid', '']),
  };
  if (random.chance(0.04)) row.status = 'reversed';
  if (random.chance(0.01)) row.status = 'under a cloud';
  conversions.push(row);
  if (random.chance(0.02)) {
    // The same order again, told by somebody else a little later.
    const later = new Date(Date.parse(row.converted_at) + 90_000).toISOString();
    conversions.push({
      ...row,
      conversion_id: `again${number}`,
      partner_id: 'p91',
      converted_at: later,
      status: 'pending',
    });
  }
}
