import type { Queryable } from '../../client.ts';

/**
 * How a check of a source went.
 *
 * @param sha256 - body of the page as it came; null when nothing usable did: then the last one stays.
 */
export async function recordCheck(
  db: Queryable,
  sourceId: string,
  {
    at,
    sha256,
    error,
  }: {
    readonly at: Date;
    readonly sha256: string | null;
    readonly error: { readonly code: string; readonly message: string } | null;
  },
): Promise<void> {
  await db.query(
    `
    update coupon_source
       set checked_at = $2, checks = checks + 1, capture_sha256 = coalesce($3, capture_sha256), last_error = $4,
           failures = case when $4::jsonb is null then 0 else failures + 1 end
     where source_id = $1
    `,
    [sourceId, at, sha256, error === null ? null : JSON.stringify(error)],
  );
}
