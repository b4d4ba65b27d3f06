import type { Random } from '../fraud/random.ts';
import type { Programme, Row } from './programme.ts';

const DAY_MS = 86_400_000;

/** What a shop's returns desk writes, one story an order. */
export function addReturns(
  random: Random,
  { refunds }: Programme,
  lines: readonly Row[],
  number: number,
): void {
  const line = lines[random.whole(0, lines.length - 1)];
  if (line === undefined) return;
  const sold = Number(line.quantity);
  const orderedMs = Date.parse(line.ordered_at ?? '');
  const lockMs = Date.parse(line.delivered_at || line.ordered_at || '') + 30 * DAY_MS;
  let notes = 0;
  const note = (
    more: Row,
    afterMs: number = random.whole(1, 70) * DAY_MS + random.whole(0, 86_399) * 1_000,
  ) => {
    notes += 1;
    refunds.push({
      refund_id: `r${number}-${notes}`,
      order_id: line.order_id ?? '',
      line_id: line.line_id ?? '',
      customer_id: line.customer_id ?? '',
      sku: line.sku ?? '',
      quantity: '1',
      amount: line.unit_price ?? '0',
      currency: 'GBP',
      refunded_at: new Date(orderedMs + afterMs).toISOString(),
      ...more,
    });
  };
  const unnamed = { order_id: '', line_id: '' };
  const stories: readonly (() => void)[] = [
    () => note({ quantity: String(random.whole(1, sold)) }),
    () => note({ quantity: String(sold) }),
    // In parts until everything is back, some before the lock and some after.
    () => {
      for (let unit = 0; unit < Math.min(sold, 12); unit += 1) note({});
    },
    () => {
      for (let many = random.whole(2, 4); many > 0; many -= 1)
        note({ quantity: String(random.whole(1, sold)) });
    },
    // More than was sold.
    () => note({ quantity: String(sold + random.whole(1, 50)) }),
    () => note({ ...unnamed, quantity: String(random.whole(1, sold)) }),
    () => note({ ...unnamed, quantity: String(sold + random.whole(0, 3)) }),
    () => note({ ...unnamed, sku: `s${random.whole(1, 60)}`, quantity: String(random.whole(1, 9)) }),
    () => note({ line_id: '', quantity: String(random.whole(1, sold)) }),
    () => note({ line_id: '', sku: '' }),
    // Within the minute of the order.
    () => note({ quantity: String(sold) }, 0),
    () => note({ ...unnamed, quantity: String(sold) }, random.whole(0, 59) * 1_000),
    // To the second at the lock, and a second before.
    () => note({ quantity: String(sold) }, lockMs - orderedMs),
    () => note({ quantity: String(sold) }, lockMs - orderedMs - 1_000),
    // Older than the file, or of nobody.
    () => note({ order_id: `older${number}` }),
    () => note({ ...unnamed, customer_id: `stranger${number}` }),
    () => note({ ...unnamed, customer_id: '' }),
    () => note({ ...unnamed, sku: 'POST' }),
    () => note({ ...unnamed, sku: 'M', quantity: '2' }),
    () => note({ line_id: '99' }),
    // Money without goods, goods in other money, more money than the sale.
    () => note({ quantity: '0', amount: '5.00' }),
    () => note({ currency: 'USD' }),
    () => note({ amount: '99999.99' }),
    // Clocks disagree.
    () => note({ quantity: String(random.whole(1, sold)) }, -3_600_000),
  ];
  stories[random.whole(0, stories.length - 1)]?.();
  if (random.chance(0.15)) stories[random.whole(0, stories.length - 1)]?.();
}
