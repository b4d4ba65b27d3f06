import type { Queryable } from '../../client.ts';

/**
 * The decision that denies a counted commission, the first of several, into `staged_denial`: from the conversion on it earns
 * nothing. What the network declined by itself is not denied once more.
 */
export async function stageDenials(db: Queryable): Promise<void> {
  await db.query(
    'create temp table staged_denial (order_id text, denied_at timestamptz, reason text, proposal_id uuid) on commit drop',
  );
  // Most programmes have decided nothing of the kind: they do not pay for looking at every sale.
  const { rows } = await db.query(`
    select from code_rule where lifted_at is null union all select from site_blacklist where lifted_at is null limit 1
  `);
  if (rows.length === 0) return;
  await db.query(`
    insert into staged_denial
    select distinct on (c.order_id) c.order_id, c.converted_at, d.reason, d.proposal_id
      from staged_commission c
      join commission_denied d using (partner_id, network, conversion_id, converted_at)
     where not c.is_declined
     order by c.order_id, d.since, d.reason, d.proposal_id
  `);
  await db.query('analyze staged_denial');
}

/**
 * What a decision takes of its lines, into `staged_note` as notes without units: all that returns before it left, once for
 * each way of matching.
 */
export async function stageDenialNotes(db: Queryable): Promise<void> {
  await db.query(`
    insert into staged_note
    select m.matching, s.order_id, s.line_id, d.proposal_id::text, '', 0,
           case when d.denied_at < s.lock_at then 'reversed' when c.forbids_clawback then 'leaked' else 'clawback' end,
           s.earned_micros - coalesce(taken.micros, 0)
      from staged_denial d
      join staged_commission c using (order_id)
      join staged_share s using (order_id)
      cross join (values ('lifo'), ('fifo')) as m(matching)
      left join (
        select matching, order_id, line_id, sum(amount_micros) as micros from staged_note group by matching, order_id, line_id
      ) taken using (matching, order_id, line_id)
     where s.earned_micros > coalesce(taken.micros, 0)
  `);
}
