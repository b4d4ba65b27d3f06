import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const GoneRow = z.object({ case_id: z.uuid().nullable() });

export interface StoredSightings {
  readonly seen: number;
  readonly gone: number;
  readonly closedCaseIds: readonly string[];
}

/** One code as a page shows it, and which of ours it means. */
export interface NewSighting {
  readonly observed: string;
  readonly merchant: string | null;
  readonly discount: string | null;
  /** ISO 8601 date. */
  readonly expires: string | null;
  readonly masked: boolean;
  readonly retired: boolean;
  readonly code: string | null;
  readonly candidates: readonly string[];
  readonly probability: number;
  readonly matchHow: string;
  readonly quote: { readonly text: string; readonly start: number; readonly end: number } | null;
}

export interface SeenPage {
  readonly sourceId: string;
  readonly pageUrl: string;
  readonly publisher: string;
  readonly sha256: string;
  readonly at: Date;
  /** Something may be missing on the page as it came: what is not there is not taken for gone. */
  readonly isPartial: boolean;
}

/**
 * Writes down what a page shows now. What it showed before and no longer does is gone, and closes its case; what comes back
 * begins anew with the page as it is then.
 */
export async function storeSightings(
  db: Queryable,
  page: SeenPage,
  sightings: readonly NewSighting[],
): Promise<StoredSightings> {
  await db.query(
    `
    insert into sighting as known
           (source_id, page_url, publisher, observed, merchant, discount, expires, masked, retired, code, candidates,
            probability, match_how, quote, capture_sha256, first_capture_sha256, first_seen_at, last_seen_at)
    select $1, $2, $3, s.observed, s.merchant, s.discount, s.expires::date, s.masked, s.retired, s.code, s.candidates,
           s.probability, s."matchHow", s.quote, $4, $4, $5, $5
      from jsonb_to_recordset($6::jsonb) as s (observed text, merchant text, discount text, expires text, masked boolean,
           retired boolean, code text, candidates text[], probability numeric, "matchHow" text, quote jsonb)
        on conflict (source_id, observed) do update
       set page_url = excluded.page_url, merchant = excluded.merchant, discount = excluded.discount,
           expires = excluded.expires, masked = excluded.masked, retired = excluded.retired, code = excluded.code,
           candidates = excluded.candidates, probability = excluded.probability, match_how = excluded.match_how,
           first_capture_sha256 =
             case when known.gone_at is null then known.first_capture_sha256 else excluded.first_capture_sha256 end,
           quote = excluded.quote, capture_sha256 = excluded.capture_sha256, last_seen_at = excluded.last_seen_at,
           gone_at = null, gone_capture_sha256 = null
    `,
    [page.sourceId, page.pageUrl, page.publisher, page.sha256, page.at, JSON.stringify(sightings)],
  );
  const seen = sightings.length;
  if (page.isPartial) return { seen, gone: 0, closedCaseIds: [] };
  const gone = await closeGone(
    db,
    page,
    sightings.map(({ observed }) => observed),
  );
  return { seen, gone: gone.length, closedCaseIds: gone.flatMap((row) => row.case_id ?? []) };
}

async function closeGone(
  db: Queryable,
  { sourceId, sha256, at }: SeenPage,
  observed: readonly string[],
): Promise<z.infer<typeof GoneRow>[]> {
  const { rows } = await db.query(
    `
    with gone as (
      update sighting
         set gone_at = $2, gone_capture_sha256 = $3
       where source_id = $1 and gone_at is null and observed <> all ($4::text[])
      returning sighting_id
    ), closed as (
      update leak_case
         set state = 'closed', closed_at = $2, after_capture_sha256 = $3
        from gone
       where leak_case.sighting_id = gone.sighting_id and leak_case.state = 'open'
      returning leak_case.sighting_id, leak_case.case_id
    )
    select closed.case_id from gone left join closed using (sighting_id)
    `,
    [sourceId, at, sha256, observed],
  );
  return rows.map((row) => GoneRow.parse(row));
}
