import { z } from 'zod';
import type { SightingItem } from '../../../src/domain/coupons/coupon-items.ts';
import type { Queryable } from '../../client.ts';
import { cursorAfter, placeOf } from './list-cursor.ts';

const Row = z.object({
  sighting_id: z.uuid(),
  observed: z.string(),
  code: z.string().nullable(),
  candidates: z.array(z.string()),
  probability: z.coerce.number(),
  match_how: z.string(),
  masked: z.boolean(),
  retired: z.boolean(),
  publisher: z.string(),
  page_url: z.string(),
  first_seen_at: z.date(),
  last_seen_at: z.date(),
  gone_at: z.date().nullable(),
  is_simulated: z.boolean(),
  seen_micros: z.bigint(),
});

/**
 * What watched pages show or showed, the newest first.
 *
 * @param state - `showing` for what stands there now, `gone` for what no longer does; null for both.
 * @throws {Refusal} `input_invalid` when the cursor is none of ours.
 */
export async function listSightings(
  db: Queryable,
  {
    state,
    cursor,
    limit,
  }: { readonly state: 'showing' | 'gone' | null; readonly cursor: string | null; readonly limit: number },
): Promise<{ items: SightingItem[]; nextCursor: string | null }> {
  const place = placeOf(cursor);
  const { rows } = await db.query(
    `
    select s.sighting_id, s.observed, s.code, s.candidates, s.probability, s.match_how, s.masked, s.retired, s.publisher,
           s.page_url, s.first_seen_at, s.last_seen_at, s.gone_at, o.is_simulated,
           (extract(epoch from s.first_seen_at) * 1000000)::bigint as seen_micros
      from sighting s
      join coupon_source o using (source_id)
     where ($4::text is null or ($4 = 'gone') = (s.gone_at is not null))
       and ($1::bigint is null
            or s.first_seen_at < timestamptz 'epoch' + $1::bigint * interval '1 microsecond'
            or (s.first_seen_at = timestamptz 'epoch' + $1::bigint * interval '1 microsecond' and s.sighting_id > $2::uuid))
     order by s.first_seen_at desc, s.sighting_id
     limit $3
    `,
    [place.micros, place.id, limit + 1, state],
  );
  const page = rows.slice(0, limit).map((row) => Row.parse(row));
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      id: row.sighting_id,
      observed: row.observed,
      code: row.code,
      candidates: row.candidates,
      probability: row.probability,
      how: row.match_how,
      masked: row.masked,
      retired: row.retired,
      publisher: row.publisher,
      pageUrl: row.page_url,
      firstSeenAt: row.first_seen_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      goneAt: row.gone_at?.toISOString() ?? null,
      isSimulated: row.is_simulated,
    })),
    nextCursor: cursorAfter(rows, limit, last && { micros: last.seen_micros, id: last.sighting_id }),
  };
}
