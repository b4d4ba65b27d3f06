import { z } from 'zod';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type { Queryable } from '../../client.ts';

const ORDERS_SHOWN = 5;

const Row = z.object({
  network: z.string(),
  conversion_id: z.string(),
  order_id: z.string().nullable(),
  converted_at: z.date(),
  commission_micros: z.bigint(),
  currency: z.string(),
});

/** One partner's newest orders, in the currency of the newest, as evidence; empty when there are none. */
export async function lastOrders(db: Queryable, partnerId: string): Promise<Evidence[]> {
  const { rows } = await db.query(
    `
    select network, conversion_id, order_id, converted_at, commission_micros, currency
      from conversion
     where partner_id = $1 and converted_at > (select max(converted_at) from conversion where partner_id = $1) - interval '90 days'
     order by converted_at desc, conversion_id
     limit $2
    `,
    [partnerId, ORDERS_SHOWN],
  );
  const newest = rows.map((row) => Row.parse(row));
  const [first] = newest;
  if (first === undefined) return [];
  const orders = newest.filter(({ currency }) => currency === first.currency);
  const micros = orders.reduce((sum, { commission_micros }) => sum + commission_micros, 0n);
  return [
    {
      type: 'orders',
      count: orders.length,
      money: { micros: micros.toString(), currency: first.currency },
      sample: orders.map((row) => ({
        network: row.network,
        conversionId: row.conversion_id,
        orderId: row.order_id,
        convertedAt: row.converted_at.toISOString(),
        ttcSeconds: null,
        inCart: null,
        commission: { micros: row.commission_micros.toString(), currency: row.currency },
      })),
    },
  ];
}
