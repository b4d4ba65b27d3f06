import type { Queryable } from '../../client.ts';

/** Takes a change of rate that never reached the network back: its row goes, the one before holds on. */
export async function revertRate(db: Queryable, proposalId: string): Promise<void> {
  await db.query(
    `
    with gone as (
      delete from rate where extra ->> 'proposalId' = $1 returning partner_id, sku_group, extra
    )
    update rate r set ends_at = (ended ->> 'endsAt')::timestamptz
      from gone, jsonb_array_elements(gone.extra -> 'ended') as ended
     where r.partner_id = gone.partner_id and r.sku_group = gone.sku_group
       and r.starts_at = (ended ->> 'startsAt')::timestamptz
    `,
    [proposalId],
  );
}
