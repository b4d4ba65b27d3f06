import { z } from 'zod';
import type { CouponSourceItem } from '../../../src/domain/coupons/coupon-items.ts';
import type { Queryable } from '../../client.ts';
import { cursorAfter, placeOf } from './list-cursor.ts';
import { SourceKind } from './source-row.ts';

const Row = z.object({
  source_id: z.uuid(),
  url: z.string(),
  kind: SourceKind,
  publisher: z.string(),
  partner_id: z.string().nullable(),
  partner_name: z.string().nullable(),
  every_minutes: z.int(),
  next_check_at: z.date(),
  checked_at: z.date().nullable(),
  last_error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  showing: z.int(),
  added_by: z.string(),
  is_simulated: z.boolean(),
  created_micros: z.bigint(),
});

/**
 * The sites that are watched, the newest first.
 *
 * @throws {Refusal} `input_invalid` when the cursor is none of ours.
 */
export async function listSources(
  db: Queryable,
  {
    cursor,
    limit,
    sourceId = null,
  }: { readonly cursor: string | null; readonly limit: number; readonly sourceId?: string | null },
): Promise<{ items: CouponSourceItem[]; nextCursor: string | null }> {
  const place = placeOf(cursor);
  const { rows } = await db.query(
    `
    select s.source_id, s.url, s.kind, s.publisher, s.partner_id, p.name as partner_name, s.every_minutes, s.next_check_at,
           s.checked_at, s.last_error, s.added_by, s.is_simulated,
           (select count(*)::int from sighting g where g.source_id = s.source_id and g.gone_at is null and g.code is not null)
             as showing,
           (extract(epoch from s.created_at) * 1000000)::bigint as created_micros
      from coupon_source s
      left join partner p using (partner_id)
     where s.removed_at is null and ($4::uuid is null or s.source_id = $4)
       and ($1::bigint is null
            or s.created_at < timestamptz 'epoch' + $1::bigint * interval '1 microsecond'
            or (s.created_at = timestamptz 'epoch' + $1::bigint * interval '1 microsecond' and s.source_id > $2::uuid))
     order by s.created_at desc, s.source_id
     limit $3
    `,
    [place.micros, place.id, limit + 1, sourceId],
  );
  const page = rows.slice(0, limit).map((row) => Row.parse(row));
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      id: row.source_id,
      url: row.url,
      kind: row.kind,
      publisher: row.publisher,
      partnerId: row.partner_id,
      partnerName: row.partner_name,
      everyMinutes: row.every_minutes,
      nextCheckAt: row.next_check_at.toISOString(),
      checkedAt: row.checked_at?.toISOString() ?? null,
      error: row.last_error,
      showing: row.showing,
      addedBy: row.added_by,
      isSimulated: row.is_simulated,
    })),
    nextCursor: cursorAfter(rows, limit, last && { micros: last.created_micros, id: last.source_id }),
  };
}
