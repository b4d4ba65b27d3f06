import type { Queryable } from '../../client.ts';

/** From a moment on no order is credited to a site; `commission_denied` says which orders that concerns. */
export async function blacklistSite(
  db: Queryable,
  { domain, proposalId, at }: { readonly domain: string; readonly proposalId: string; readonly at: Date },
): Promise<void> {
  await db.query(
    `
    insert into site_blacklist (domain, since, proposal_id)
    values ($1, $2, $3)
    `,
    [domain, at, proposalId],
  );
}
