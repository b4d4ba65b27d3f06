import type { Effect } from '../../../src/domain/proposals/effect.ts';
import type { Queryable } from '../../client.ts';

type RateEffect = Extract<Effect, { kind: 'commission.change' }>;

/**
 * Ends the rate that holds at the change's start, and puts the new one after it. The new row remembers the old one's
 * end, so that `revertRate` can put it back.
 */
export async function changeRate(
  db: Queryable,
  { proposalId, effect }: { readonly proposalId: string; readonly effect: RateEffect },
): Promise<void> {
  const { partnerId, skuGroup, toBps, startsAt, endsAt } = effect;
  await db.query(
    `
    with before as (
      select starts_at, ends_at
        from rate
       where partner_id = $1 and sku_group = coalesce($2, '') and starts_at < $4 and (ends_at is null or ends_at > $4)
         for update
    ), ended as (
      update rate r set ends_at = $4
        from before
       where r.partner_id = $1 and r.sku_group = coalesce($2, '') and r.starts_at = before.starts_at
    )
    insert into rate (partner_id, sku_group, rate_bps, starts_at, ends_at, extra)
    select $1, coalesce($2, ''), $3, $4, $5,
           jsonb_build_object('proposalId', $6::text, 'ended',
             coalesce((select jsonb_agg(jsonb_build_object('startsAt', starts_at, 'endsAt', ends_at)) from before), '[]'))
    on conflict (partner_id, sku_group, starts_at)
    do update set rate_bps = excluded.rate_bps, ends_at = excluded.ends_at, extra = excluded.extra
    `,
    [partnerId, skuGroup, toBps, startsAt, endsAt, proposalId],
  );
}
