import { z } from 'zod';
import { assertBalanced, type LedgerTransaction } from '../../../src/domain/ledger/ledger-transaction.ts';
import type { Queryable } from '../../client.ts';

const IdRow = z.object({ transaction_id: z.bigint() });

/**
 * Posts one balanced transaction, once for its source key.
 *
 * @returns false when it had been posted before, or has no entries: nothing is written then.
 */
export async function postLedger(db: Queryable, transaction: LedgerTransaction): Promise<boolean> {
  assertBalanced(transaction);
  const { kind, sourceKey, occurredAt, memo, entries } = transaction;
  if (entries.length === 0) return false;
  const { rows } = await db.query(
    `
    insert into ledger_transaction (kind, source_key, occurred_at, memo)
    values ($1, $2, $3, $4)
        on conflict (source_key) do nothing
    returning transaction_id
    `,
    [kind, sourceKey, occurredAt, JSON.stringify(memo)],
  );
  if (!rows[0]) return false;
  const id = IdRow.parse(rows[0]).transaction_id;
  await db.query(
    `
    insert into ledger_entry (transaction_id, entry_no, partner_id, account, amount_micros, currency, network, conversion_id)
    select $1, entry.position, entry.partner_id, entry.account, entry.amount_micros, entry.currency, entry.network, entry.conversion_id
      from unnest($2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[])
           with ordinality as entry(partner_id, account, amount_micros, currency, network, conversion_id, position)
    `,
    [
      id.toString(),
      entries.map((entry) => entry.partnerId),
      entries.map((entry) => entry.account),
      entries.map((entry) => entry.amountMicros.toString()),
      entries.map((entry) => entry.currency),
      entries.map((entry) => entry.network),
      entries.map((entry) => entry.conversionId),
    ],
  );
  return true;
}
