import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  sighting_id: z.uuid(),
  page_url: z.string(),
  publisher: z.string(),
  /** A stranger's words. */
  observed: z.string(),
  code: z.string().nullable(),
  probability: z.coerce.number(),
  match_how: z.string(),
  masked: z.boolean(),
  retired: z.boolean(),
  quote: z.strictObject({ text: z.string(), start: z.int(), end: z.int() }).nullable(),
  capture_sha256: z.string(),
  /** The page as it showed the code first. */
  first_capture_sha256: z.string(),
  first_seen_at: z.date(),
  last_seen_at: z.date(),
  gone_at: z.date().nullable(),
  is_simulated: z.boolean(),
  site_partner_id: z.string().nullable(),
});
export type StoredSighting = z.infer<typeof Row>;

/** One sighting with whose site it is; null when there is no such sighting. */
export async function readSighting(db: Queryable, sightingId: string): Promise<StoredSighting | null> {
  const { rows } = await db.query(
    `
    select s.sighting_id, s.page_url, s.publisher, s.observed, s.code, s.probability, s.match_how, s.masked, s.retired,
           s.quote, s.capture_sha256, s.first_capture_sha256, s.first_seen_at, s.last_seen_at, s.gone_at, o.is_simulated,
           coalesce(o.partner_id, (select partner_id from partner where host_of(website) = s.publisher order by 1 limit 1))
             as site_partner_id
      from sighting s
      join coupon_source o using (source_id)
     where s.sighting_id = $1
    `,
    [sightingId],
  );
  return rows[0] ? Row.parse(rows[0]) : null;
}
