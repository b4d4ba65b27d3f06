import type { z } from 'zod';
import type { Queryable } from '../../client.ts';
import type { SourceKind } from './source-row.ts';

export interface NewSource {
  readonly url: string;
  readonly kind: z.infer<typeof SourceKind>;
  /** Host of the site, without www. */
  readonly publisher: string;
  /** Whose site it is; null to take the partner with this website, if any. */
  readonly partnerId: string | null;
  readonly everyMinutes: number;
  readonly addedBy: string;
  readonly isSimulated: boolean;
  /** The first check is due then. */
  readonly now: Date;
}

/** Watches a site from now on. One that is watched, or was, is watched as said now. */
export async function addSource(db: Queryable, source: NewSource): Promise<{ sourceId: string }> {
  const { rows } = await db.query<{ source_id: string }>(
    `
    insert into coupon_source as known
           (url, kind, publisher, partner_id, every_minutes, next_check_at, added_by, is_simulated)
    values ($1, $2, $3,
            coalesce($4, (select partner_id from partner where host_of(website) = $3 order by 1 limit 1)),
            $5, $6, $7, $8)
        on conflict (url) do update
       set kind = excluded.kind, partner_id = excluded.partner_id, every_minutes = excluded.every_minutes,
           next_check_at = case when known.removed_at is null then least(known.next_check_at, excluded.next_check_at)
                                else excluded.next_check_at end,
           added_by = excluded.added_by, removed_at = null
    returning source_id
    `,
    [
      source.url,
      source.kind,
      source.publisher,
      source.partnerId,
      source.everyMinutes,
      source.now,
      source.addedBy,
      source.isSimulated,
    ],
  );
  return { sourceId: rows[0]?.source_id ?? '' };
}
