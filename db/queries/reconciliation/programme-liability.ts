import { z } from 'zod';
import { Account } from '../../../src/domain/ledger/ledger-transaction.ts';
import type { Queryable } from '../../client.ts';

const LiabilityRow = z
  .object({
    account: Account,
    currency: z.string(),
    balance_micros: z.bigint(),
    converted_micros: z.bigint().nullable(),
    rate_day: z.string().nullable(),
  })
  .transform((row) => ({
    account: row.account,
    currency: row.currency,
    balanceMicros: row.balance_micros,
    /** In the programme's currency, by the last rate on or before the as-of; null when there is none. */
    convertedMicros: row.converted_micros,
    /** The day of that rate; null without one, and for the programme's own currency. */
    rateDay: row.rate_day,
  }));
export type Liability = z.infer<typeof LiabilityRow>;

/**
 * What the programme owes, from the ledger's entries, by account and currency.
 *
 * @param into - ISO 4217; amounts of other currencies are converted by a dated rate (half up), or stay alone.
 */
export async function programmeLiability(
  db: Queryable,
  { asOf, into }: { readonly asOf: Date; readonly into: string },
): Promise<Liability[]> {
  const { rows } = await db.query(
    `
    select account, currency, balance_micros, r.day as rate_day,
           case when currency = $2 then balance_micros else round(balance_micros * r.rate)::bigint end as converted_micros
      from (
        select account, currency, sum(amount_micros)::bigint as balance_micros from ledger_entry group by account, currency
      ) balances
      left join lateral (
        select day, rate from fx_rate
         where from_currency = balances.currency and to_currency = $2 and balances.currency <> $2
           and day <= ($1::timestamptz at time zone 'UTC')::date
         order by day desc limit 1
      ) r on true
     order by currency, account
    `,
    [asOf, into],
  );
  return rows.map((row) => LiabilityRow.parse(row));
}
