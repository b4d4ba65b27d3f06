import type { Queryable } from '../../client.ts';
import { type Staging, withinScope } from './staging.ts';

/** Chooses the one conversion of each order that counts, as `chooseConversion` does, into `staged_commission`. */
export async function stageCommissions(db: Queryable, staging: Staging): Promise<void> {
  await db.query(`
    create temp table staged_commission (
      order_id text, network text, conversion_id text, partner_id text, commission_micros bigint, currency text,
      is_declined boolean, is_paid boolean, forbids_clawback boolean, amount_micros bigint, converted_at timestamptz,
      clicked_at timestamptz, customer_type text, code text
    ) on commit drop
  `);
  const { asOf, policy } = staging;
  await db.query(
    `
    insert into staged_commission
    select distinct on (c.order_id)
           c.order_id, c.network, c.conversion_id, c.partner_id, coalesce(told.before_micros, c.commission_micros), c.currency,
           c.status in ('reversed', 'reversed-provisional'), c.status = 'paid',
           c.partner_id = any($2) or c.network = any($3), c.amount_micros, c.converted_at, c.clicked_at, c.customer_type,
           upper(btrim(c.code))
      from conversion c
      ${withinScope(staging, 'c.order_id')}
      left join (
        -- What a network shows since we corrected it is what is left, not what was earned: returns take from the latter.
        select l.network, l.transaction_id,
               (array_agg((l.correction #>> '{before,commission}')::bigint order by o.delivered_at, o.created_at))[1] as before_micros,
               array_agg((l.correction #>> '{after,commission}')::bigint) as afters_micros
          from correction_line l
          join outbox o using (proposal_id)
         where o.status = 'delivered'
         group by l.network, l.transaction_id
      ) told on told.network = c.network and told.transaction_id = c.conversion_id
        -- Networks reckon the commission of a corrected sale themselves, to the penny; the last correction may not show yet.
        and exists (select from unnest(told.afters_micros) as after_micros where abs(after_micros - c.commission_micros) <= 10000)
     where c.order_id is not null
       and c.converted_at <= $1
       and not (c.status = 'unknown' and c.status_raw <> '')
       and c.commission_micros >= 0
     order by c.order_id, c.status in ('reversed', 'reversed-provisional'), c.converted_at,
              c.network collate "C", c.conversion_id collate "C"
    `,
    [asOf, policy.clawbackForbiddenPartners, policy.clawbackForbiddenNetworks],
  );
  await db.query('analyze staged_commission');
}
