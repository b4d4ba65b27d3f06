import { z } from 'zod';
import type { LeakItem } from '../../../src/domain/coupons/coupon-items.ts';
import { LeakFacts, LeakVerdict } from '../../../src/domain/leaks/leak-facts.ts';
import type { Queryable } from '../../client.ts';
import { cursorAfter, placeOf } from './list-cursor.ts';

const Row = z.object({
  case_id: z.uuid(),
  code: z.string(),
  verdict: LeakVerdict,
  reasons: z.array(z.string()),
  facts: LeakFacts,
  state: z.enum(['open', 'closed']),
  owner_partner_id: z.string().nullable(),
  owner_name: z.string().nullable(),
  publisher: z.string(),
  page_url: z.string(),
  observed: z.string(),
  opened_at: z.date(),
  judged_at: z.date(),
  closed_at: z.date().nullable(),
  before_capture_sha256: z.string(),
  after_capture_sha256: z.string().nullable(),
  proposals: z.array(z.strictObject({ id: z.uuid(), kind: z.string(), status: z.string() })),
  is_simulated: z.boolean(),
  opened_micros: z.bigint(),
});

export interface StoredLeak extends LeakItem {
  readonly observed: string;
  readonly facts: LeakFacts;
}

export interface LeakFilter {
  readonly state: 'open' | 'closed' | null;
  readonly verdict: LeakVerdict | null;
  /** One case alone; null for all. */
  readonly caseId: string | null;
  /** Those too that nothing is asked for on: public codes, and the owner's own pages. */
  readonly all: boolean;
  readonly cursor: string | null;
  readonly limit: number;
}

/**
 * Codes of ours on pages that may not show them, the newest first, with what was asked for on each.
 *
 * @throws {Refusal} `input_invalid` when the cursor is none of ours.
 */
export async function listLeaks(
  db: Queryable,
  filter: LeakFilter,
): Promise<{ items: StoredLeak[]; nextCursor: string | null }> {
  const place = placeOf(filter.cursor);
  const { rows } = await db.query(
    `
    select l.case_id, l.code, l.verdict, l.reasons, l.facts, l.state, l.owner_partner_id, p.name as owner_name, l.publisher,
           s.page_url, s.observed, l.opened_at, l.judged_at, l.closed_at, l.before_capture_sha256, l.after_capture_sha256,
           o.is_simulated, (extract(epoch from l.opened_at) * 1000000)::bigint as opened_micros,
           coalesce((
             select jsonb_agg(jsonb_build_object('id', q.proposal_id, 'kind', q.kind, 'status', q.status)
                      order by q.created_at desc, q.kind)
               from proposal q
              where (q.status <> 'superseded'
                     -- Of a closed case, what was asked for last stays to be seen.
                     or (l.closed_at is not null and not exists (
                       select from proposal n
                        where n.kind = q.kind and n.created_at > q.created_at
                          and n.effect ->> 'caseId' = q.effect ->> 'caseId')))
                and (q.effect ->> 'caseId' = l.case_id::text
                     or (q.kind = 'partner.warn' and q.source ->> 'documentId' = s.first_capture_sha256
                         and q.title like '%' || l.code || '%'))
           ), '[]') as proposals
      from leak_case l
      join sighting s using (sighting_id)
      join coupon_source o using (source_id)
      left join partner p on p.partner_id = l.owner_partner_id
     where ($4::text is null or l.state = $4)
       and ($5::text is null or l.verdict = $5)
       and ($6::uuid is null or l.case_id = $6)
       and ($7 or l.verdict not in ('public', 'allowed'))
       and ($1::bigint is null
            or l.opened_at < timestamptz 'epoch' + $1::bigint * interval '1 microsecond'
            or (l.opened_at = timestamptz 'epoch' + $1::bigint * interval '1 microsecond' and l.case_id > $2::uuid))
     order by l.opened_at desc, l.case_id
     limit $3
    `,
    [place.micros, place.id, filter.limit + 1, filter.state, filter.verdict, filter.caseId, filter.all],
  );
  const page = rows.slice(0, filter.limit).map((row) => Row.parse(row));
  const last = page.at(-1);
  return {
    items: page.map(toLeak),
    nextCursor: cursorAfter(rows, filter.limit, last && { micros: last.opened_micros, id: last.case_id }),
  };
}

const toLeak = (row: z.infer<typeof Row>): StoredLeak => ({
  id: row.case_id,
  code: row.code,
  verdict: row.verdict,
  reasons: row.reasons,
  facts: row.facts,
  state: row.state,
  ownerId: row.owner_partner_id,
  ownerName: row.owner_name,
  publisher: row.publisher,
  pageUrl: row.page_url,
  observed: row.observed,
  openedAt: row.opened_at.toISOString(),
  judgedAt: row.judged_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
  beforeSha256: row.before_capture_sha256,
  afterSha256: row.after_capture_sha256,
  proposals: row.proposals,
  isSimulated: row.is_simulated,
});
