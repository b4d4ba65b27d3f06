import type { Queryable } from '../../client.ts';

export interface FxRate {
  readonly from: string;
  readonly to: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Decimal text: units of `to` for one of `from`. */
  readonly rate: string;
  /** Who says so. */
  readonly source: string;
}

/** Notes what a currency was worth on a day; a later word of the same day replaces the earlier. */
export async function putFxRate(db: Queryable, { from, to, day, rate, source }: FxRate): Promise<void> {
  await db.query(
    `
    insert into fx_rate (from_currency, to_currency, day, rate, source) values ($1, $2, $3, $4, $5)
    on conflict (from_currency, to_currency, day) do update set rate = excluded.rate, source = excluded.source
    `,
    [from, to, day, rate, source],
  );
}
