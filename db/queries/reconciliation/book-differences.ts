import type { Queryable } from '../../client.ts';
import { bookCommissions } from './book-commissions.ts';
import { linePositionsSql, notePositionsSql } from './positions-sql.ts';
import { type Staging, withinScope } from './staging.ts';

/**
 * Books what the staged result says otherwise than the kept one: one transaction a conversion and one a credit note, whose
 * source keys name them and the pass. The same again books nothing; a fact that changed books the difference.
 *
 * @param pass - number of this refresh, never used before.
 */
export async function bookDifferences(transaction: Queryable, staging: Staging, pass: bigint): Promise<void> {
  const { rows } = await transaction.query('select from reconciliation_line limit 1');
  const isFirst = rows.length === 0;
  if (isFirst) await bookCommissions(transaction, pass);
  await stageEntries(transaction, staging, isFirst);
  await transaction.query(`
    create temp table staged_transaction (
      transaction_id bigint, subject bigint, kind text, of_a text, of_b text, is_new boolean, happened_at timestamptz
    ) on commit drop
  `);
  await transaction.query(`
    insert into staged_transaction
    select nextval(pg_get_serial_sequence('ledger_transaction', 'transaction_id')), subjects.*
      from (
        select subject, kind, of_a, of_b, bool_and(is_new), min(happened_at)
          from staged_entry
         group by subject, kind, of_a, of_b
         order by min(order_id)
      ) subjects
  `);
  await transaction.query('analyze staged_transaction');
  await transaction.query(
    `
    insert into ledger_transaction (transaction_id, kind, source_key, occurred_at)
    overriding system value
    select transaction_id, kind, json_build_array(kind, of_a, of_b, $1::bigint)::text,
           case when is_new then happened_at else $2 end
      from staged_transaction
    `,
    [pass.toString(), staging.asOf],
  );
  await transaction.query(`
    insert into ledger_entry
      (transaction_id, entry_no, partner_id, account, amount_micros, currency, network, conversion_id, order_id, line_id)
    select t.transaction_id, row_number() over (partition by t.transaction_id), e.partner_id, e.account, e.amount, e.currency,
           e.network, e.conversion_id, e.order_id, e.line_id
      from staged_entry e
      join staged_transaction t using (subject, kind, of_a, of_b)
     order by t.transaction_id
  `);
}

/** Joining by a number is several times as quick as by three texts; those are compared all the same. */
const SUBJECT = `hashtextextended(of_a, hashtextextended(of_b, length(kind)))`;

/** What is to be booked on which account, by what it is about; the first time of notes only. */
async function stageEntries(transaction: Queryable, staging: Staging, isFirst: boolean): Promise<void> {
  await transaction.query(`
    create temp table staged_entry (
      subject bigint, kind text, of_a text, of_b text, order_id text, line_id text, partner_id text, network text, conversion_id text,
      currency text, account text, amount bigint, is_new boolean, happened_at timestamptz
    ) on commit drop
  `);
  const keptLines = `(select k.* from reconciliation_line k ${withinScope(staging, 'k.order_id')})`;
  const keptNotes = `(select k.* from reconciliation_note k ${withinScope(staging, 'k.order_id')})`;
  await transaction.query(
    isFirst
      ? `
    insert into staged_entry
    select ${SUBJECT}, kind, of_a, of_b, order_id, line_id, partner_id, network, conversion_id, currency, account, amount, true,
           happened_at
      from (${notePositionsSql('staged_kept_note', 'staged_line')}) booked
    `
      : `
    insert into staged_entry
    select ${SUBJECT}, kind, of_a, of_b, order_id, line_id, partner_id, network, conversion_id, currency, account,
           sum(amount * sign),
           bool_and(sign = 1), min(happened_at)
      from (
        select wanted.*, 1 as sign
          from (${linePositionsSql('staged_line')} union all ${notePositionsSql('staged_kept_note', 'staged_line')}) wanted
        union all
        select booked.*, -1
          from (${linePositionsSql(keptLines)} union all ${notePositionsSql(keptNotes, keptLines)}) booked
      ) both_sides
     group by kind, of_a, of_b, order_id, line_id, partner_id, network, conversion_id, currency, account
    having sum(amount * sign) <> 0
    `,
  );
  await transaction.query('analyze staged_entry');
}
