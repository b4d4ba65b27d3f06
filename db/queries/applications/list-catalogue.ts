import { z } from 'zod';
import type { CatalogueProduct } from '../../../src/domain/applications/nearest-products.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({ sku: z.string(), name: z.string(), units: z.bigint() });
const PRODUCTS_MAX = 5_000;

/** Products with a name that sold in the window before `asOf`, best sellers first. */
export async function listCatalogue(
  db: Queryable,
  { asOf, windowDays }: { readonly asOf: Date; readonly windowDays: number },
): Promise<CatalogueProduct[]> {
  const { rows } = await db.query(
    `
    select p.sku, p.name, sum(l.quantity)::bigint as units
      from order_line l
      join product p using (sku)
     where p.name <> '' and l.quantity > 0
       and l.ordered_at > $1::timestamptz - make_interval(days => $2) and l.ordered_at <= $1
     group by p.sku, p.name
     order by units desc, p.sku
     limit $3
    `,
    [asOf, windowDays, PRODUCTS_MAX],
  );
  return rows.map((raw) => {
    const { units, ...row } = Row.parse(raw);
    return { ...row, units: Number(units) };
  });
}
