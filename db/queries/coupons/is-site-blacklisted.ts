import type { Queryable } from '../../client.ts';

/**
 * Whether a visit from a site may be credited to nobody: the site, or one above it, is blacklisted. For the redirector.
 *
 * @param address - the referring page or its host; null or without a host is never blacklisted.
 */
export async function isSiteBlacklisted(db: Queryable, address: string | null): Promise<boolean> {
  if (address === null) return false;
  const { rows } = await db.query<{ found: boolean }>(
    `
    select exists (
      select from site_blacklist
       where lifted_at is null and (host_of($1) = domain or host_of($1) like '%.' || domain)
    ) as found
    `,
    [address],
  );
  return rows[0]?.found === true;
}
