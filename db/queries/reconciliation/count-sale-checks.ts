import { z } from 'zod';
import { SALE_CHECKS } from '../../../src/domain/reconciliation/check-sale.ts';
import { SaleCheckCount } from '../../../src/domain/reconciliation/sale-check-count.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  sales: z.bigint().transform(Number),
  readable: z.bigint().transform(Number),
  checks: z.record(z.string(), z.int()),
});

/**
 * Of how many counted sales each check could tell, and of how many not; those that it names are among the first. From the
 * kept counts: what it costs grows with the partners, not with the sales.
 */
export async function countSaleChecks(db: Queryable): Promise<SaleCheckCount[]> {
  const { rows } = await db.query(`
    select coalesce(sum(count) filter (where subject = 'sale'), 0)::bigint as sales,
           coalesce(sum(count) filter (
             where subject = 'readable' and key in (select partner_id from partner_contact)
           ), 0)::bigint as readable,
           coalesce(json_object_agg(key, count) filter (where subject = 'check'), '{}') as checks
      from reconciliation_tally
     where subject <> 'exception'
  `);
  const { sales, readable, checks } = Row.parse(rows[0]);
  const told: Readonly<Record<string, number>> = {
    ...checks,
    conversion_late: sales,
    self_referral: readable,
  };
  return Object.keys(SALE_CHECKS).map((kind) => {
    const evaluated = told[kind] ?? 0;
    return SaleCheckCount.parse({ kind, evaluated, notEvaluated: sales - evaluated });
  });
}
