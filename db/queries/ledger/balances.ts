import { z } from 'zod';
import { Account } from '../../../src/domain/ledger/ledger-transaction.ts';
import type { Queryable } from '../../client.ts';

const BalanceRow = z.object({
  partner_id: z.string(),
  account: Account,
  currency: z.string(),
  balance_micros: z.bigint(),
});

export interface Balance {
  readonly partnerId: string;
  readonly account: Account;
  readonly currency: string;
  /** Positive when owed to the partner. */
  readonly balanceMicros: bigint;
}

/** Where the money stands, by partner, account and currency; zero balances included once anything was booked. */
export async function balances(db: Queryable, partnerId: string | null = null): Promise<Balance[]> {
  const { rows } = await db.query(
    `
    select partner_id, account, currency, sum(amount_micros)::bigint as balance_micros
      from ledger_entry
     where ($1::text is null or partner_id = $1)
     group by partner_id, account, currency
     order by partner_id, account, currency
    `,
    [partnerId],
  );
  return rows.map((row) => {
    const balance = BalanceRow.parse(row);
    return {
      partnerId: balance.partner_id,
      account: balance.account,
      currency: balance.currency,
      balanceMicros: balance.balance_micros,
    };
  });
}
