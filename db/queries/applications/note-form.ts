import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ of_sender: z.int(), of_all: z.int() });

/** Notes that a form was sent, and forgets those of days ago. @returns how many came in the last day, this one among them. */
export async function noteForm(
  db: Queryable,
  { sender, now }: { readonly sender: string; readonly now: Date },
): Promise<{ ofSender: number; ofAll: number }> {
  const { rows } = await db.query(
    `
    with gone as (
      delete from application_form where sent_at < $2::timestamptz - interval '3 days'
    ), noted as (
      insert into application_form (sender_hash, sent_at) values ($1, $2)
    )
    select 1 + count(*) filter (where sender_hash = $1)::int as of_sender, 1 + count(*)::int as of_all
      from application_form
     where sent_at > $2::timestamptz - interval '1 day'
    `,
    [sender, now],
  );
  const row = Row.parse(rows[0]);
  return { ofSender: row.of_sender, ofAll: row.of_all };
}
