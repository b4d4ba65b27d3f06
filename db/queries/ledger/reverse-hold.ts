import { z } from 'zod';
import { Account } from '../../../src/domain/ledger/ledger-transaction.ts';
import type { Queryable } from '../../client.ts';
import { holdKey } from './hold-key.ts';
import { postLedger } from './post-ledger.ts';

const EntryRow = z.object({
  partner_id: z.string(),
  account: Account,
  amount_micros: z.bigint(),
  currency: z.string(),
  network: z.string().nullable(),
  conversion_id: z.string().nullable(),
});

/** Takes an action's hold back, once, by its exact opposite; nothing happens when it held nothing. */
export async function reverseHold(
  db: Queryable,
  { actionId, proposalId, at }: { readonly actionId: string; readonly proposalId: string; readonly at: Date },
): Promise<void> {
  const sourceKey = holdKey(actionId);
  const { rows } = await db.query(
    `
    select e.partner_id, e.account, e.amount_micros, e.currency, e.network, e.conversion_id
      from ledger_entry e
      join ledger_transaction t using (transaction_id)
     where t.source_key = $1
     order by e.entry_no
    `,
    [sourceKey],
  );
  await postLedger(db, {
    kind: 'hold-reversed',
    sourceKey: `${sourceKey}:reversed`,
    occurredAt: at,
    memo: { proposalId, actionId },
    entries: rows.map((row) => {
      const entry = EntryRow.parse(row);
      return {
        partnerId: entry.partner_id,
        account: entry.account,
        amountMicros: -entry.amount_micros,
        currency: entry.currency,
        network: entry.network,
        conversionId: entry.conversion_id,
      };
    }),
  });
}
