import { z } from 'zod';
import { ClickSketch, ConversionSketch } from '../../../src/domain/fraud/sketch.ts';
import type { Queryable } from '../../client.ts';

/** Both sketch tables as they are, in an order of their own that depends on nothing but their content. */
export async function storedSketches(
  db: Queryable,
): Promise<{ conversions: ConversionSketch[]; clicks: ClickSketch[] }> {
  const conversions = await db.query('select * from fraud_conversion_sketch');
  const clicks = await db.query('select * from fraud_click_sketch');
  return inOrder({
    conversions: z.array(ConversionSketch).parse(conversions.rows.map(asDomain)),
    clicks: z.array(ClickSketch).parse(clicks.rows.map(asDomain)),
  });
}

/** What the sketches keep of the buyers, which scoring reads but no sketch of the domain has. */
export async function storedBuyers(db: Queryable): Promise<unknown[]> {
  const { rows } = await db.query(
    `
    select * from (select partner_id, day, network, device, customer_type, currency, buyers, first_clicked_at, last_clicked_at
                     from fraud_conversion_sketch) sketch
     order by sketch::text collate "C"
    `,
  );
  return rows;
}

/** Sorts by key, so that two sets of sketches can be compared. */
export function inOrder<Sketches extends { conversions: ConversionSketch[]; clicks: ClickSketch[] }>(
  sketches: Sketches,
): Sketches {
  const byKey = (left: object, right: object) => (keyOf(left) < keyOf(right) ? -1 : 1);
  return { ...sketches, conversions: sketches.conversions.sort(byKey), clicks: sketches.clicks.sort(byKey) };
}

function keyOf(row: object): string {
  return JSON.stringify(Object.values(row).filter((value) => typeof value === 'string'));
}

function asDomain(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      // Counts of pairs are bigint in the table, for their size.
      typeof value === 'bigint' && !column.endsWith('_micros') ? Number(value) : value,
    ]),
  );
}
