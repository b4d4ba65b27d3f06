import { DAY_MS, type DemoCalendar, HOUR_MS, sourceTimeMs } from './calendar.ts';
import { chanceOf } from './chance.ts';
import type { DemoRow } from './rows.ts';
import { isProduct } from './sku-kind.ts';
import type { SourceOrder } from './source.ts';

const STOCK_WEEKS_COUNTED = 6;
const CHRISTMAS = '2011-12-24T00:00';
const COUNTED_HOUR = 22;

/**
 * Simulated stock at the end of the last day, one location: weeks of cover times the real weekly sales.
 *
 * Most products lie between three and twelve weeks, some run out within days, some are badly overstocked.
 * A season's end stands on the wares that are sold for Christmas only.
 */
export function inventoryRows(
  orders: readonly SourceOrder[],
  products: readonly DemoRow<'products'>[],
  calendar: DemoCalendar,
): DemoRow<'inventory'>[] {
  const sold = new Map<string, number>();
  const sinceMs = calendar.sourceCutMs - STOCK_WEEKS_COUNTED * 7 * DAY_MS;
  for (const order of orders) {
    if (order.minuteMs < sinceMs || order.minuteMs >= calendar.sourceCutMs) continue;
    for (const { sku, quantity } of order.lines) sold.set(sku, (sold.get(sku) ?? 0) + quantity);
  }
  const asOf = calendar.toDemo(calendar.sourceCutMs - (24 - COUNTED_HOUR) * HOUR_MS);
  const seasonEnd = calendar.toDemo(sourceTimeMs(CHRISTMAS)).slice(0, 10);
  return products
    .filter(({ sku }) => isProduct(sku))
    .map(({ sku, category }) => {
      const chance = chanceOf(`stock ${sku}`);
      const weekly = (sold.get(sku) ?? 0) / STOCK_WEEKS_COUNTED;
      const cover = chance.weighted<() => number>([
        [() => chance.between(0, 1.5), 12],
        [() => chance.logNormal(6, 0.5), 70],
        [() => chance.between(20, 60), 18],
      ])();
      const reordered = cover < 4 && chance.happens(0.5);
      return {
        sku,
        location: 'main',
        on_hand: String(Math.round(weekly * cover)),
        inbound: String(reordered ? Math.round(weekly * chance.between(2, 8)) : 0),
        as_of: asOf,
        season_end: category === 'Christmas' ? seasonEnd : '',
      };
    });
}
