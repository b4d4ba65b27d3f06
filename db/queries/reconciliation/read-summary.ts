import { z } from 'zod';
import type {
  ReconcileResult,
  ReconcileSummary,
} from '../../../src/domain/reconciliation/reconcile-result.ts';
import type { Queryable } from '../../client.ts';
import { findProgrammeCurrency } from '../runs/find-programme-currency.ts';

const SumRow = z.object({
  currency: z.string(),
  lines: z.bigint(),
  leaked_lines: z.bigint(),
  earned: z.bigint(),
  reversed: z.bigint(),
  clawback: z.bigint(),
  leaked: z.bigint(),
  fifo_reversed: z.bigint(),
  fifo_clawback: z.bigint(),
});
type SumRow = z.infer<typeof SumRow>;
const LeakRow = z.object({ partner_id: z.string(), leaked: z.bigint() });

/** Where nobody has said what the programme's money is, and there is no line that could. */
const CURRENCY_FALLBACK = 'GBP';

/** Totals, band and leakage of the result that is kept, or looked at, by currency. */
export async function readSummary(
  db: Queryable,
  { asOf, windowDays }: { readonly asOf: Date; readonly windowDays: number },
): Promise<ReconcileSummary> {
  const sums = await readSums(db);
  const programme = await findProgrammeCurrency(db);
  const headline = sums.find(({ currency }) => currency === programme) ?? sums[0];
  const currency = headline?.currency ?? programme ?? CURRENCY_FALLBACK;
  return {
    asOf: asOf.toISOString(),
    windowDays,
    totals: totalsOf(currency, headline),
    leakage: {
      amount: money(currency, headline?.leaked),
      lines: Number(headline?.leaked_lines ?? 0n),
      partners: await readLeaks(db, currency),
    },
    band: bandOf(currency, headline),
    otherCurrencies: sums
      .filter((sum) => sum !== headline)
      .map((sum) => ({
        currency: sum.currency,
        totals: totalsOf(sum.currency, sum),
        leakage: money(sum.currency, sum.leaked),
        band: bandOf(sum.currency, sum),
      })),
  };
}

/** Most lines first. */
async function readSums(db: Queryable): Promise<SumRow[]> {
  const { rows } = await db.query(`
    select currency, count(*) as lines, count(*) filter (where leaked_micros > 0) as leaked_lines,
           sum(earned_micros)::bigint as earned, sum(reversed_micros)::bigint as reversed,
           sum(clawback_micros)::bigint as clawback, sum(leaked_micros)::bigint as leaked,
           sum(fifo_reversed_micros)::bigint as fifo_reversed, sum(fifo_clawback_micros)::bigint as fifo_clawback
      from reconciliation_line
     group by currency
     order by count(*) desc, currency
  `);
  return rows.map((row) => SumRow.parse(row));
}

async function readLeaks(db: Queryable, currency: string): Promise<ReconcileResult['leakage']['partners']> {
  const { rows } = await db.query(
    `
    select partner_id, sum(leaked_micros)::bigint as leaked
      from reconciliation_line
     where leaked_micros > 0 and currency = $1
     group by partner_id
     order by sum(leaked_micros) desc, partner_id
    `,
    [currency],
  );
  return rows.map((row) => {
    const { partner_id, leaked } = LeakRow.parse(row);
    return { partner: partner_id, amount: money(currency, leaked) };
  });
}

const money = (currency: string, micros: bigint | undefined) => ({
  micros: (micros ?? 0n).toString(),
  currency,
});

const totalsOf = (currency: string, sum: SumRow | undefined): ReconcileSummary['totals'] => ({
  earned: money(currency, sum?.earned),
  reversed: money(currency, sum?.reversed),
  clawback: money(currency, sum?.clawback),
});

const bandOf = (currency: string, sum: SumRow | undefined): ReconcileSummary['band'] => ({
  lifo: { reversed: money(currency, sum?.reversed), clawback: money(currency, sum?.clawback) },
  fifo: { reversed: money(currency, sum?.fifo_reversed), clawback: money(currency, sum?.fifo_clawback) },
});
