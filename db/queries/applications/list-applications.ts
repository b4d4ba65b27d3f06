import { z } from 'zod';
import type { ApplicationItem } from '../../../src/domain/applications/application-item.ts';
import { ApplicationStatus, Fingerprint } from '../../../src/domain/applications/stored-application.ts';
import { Refusal } from '../../../src/domain/errors.ts';
import { VettingFlag } from '../../../src/domain/vetting/flag.ts';
import { VettingDecision } from '../../../src/domain/vetting/vetting-result.ts';
import type { Queryable } from '../../client.ts';

const CURSOR = /^(\d{1,18})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const ItemRow = z.object({
  application_id: z.uuid(),
  external_id: z.string(),
  fingerprint: Fingerprint,
  status: ApplicationStatus,
  decision: VettingDecision.nullable(),
  score: z.number().nullable(),
  flags: z.array(VettingFlag).nullable(),
  proposal_id: z.uuid().nullable(),
  partner_id: z.string().nullable(),
  received_at: z.date(),
  received_micros: z.bigint(),
  is_simulated: z.boolean(),
});

/**
 * Applications, newest first.
 *
 * @param cursor - `nextCursor` of the page before; null for the first.
 * @param limit - rows a page, 1 to 200.
 * @throws {Refusal} `input_invalid` when the cursor is none of ours.
 */
export async function listApplications(
  db: Queryable,
  filter: {
    readonly status?: ApplicationStatus | undefined;
    readonly decision?: VettingDecision | undefined;
    readonly cursor: string | null;
    readonly limit: number;
  },
): Promise<{ items: ApplicationItem[]; nextCursor: string | null }> {
  const match = filter.cursor === null ? null : CURSOR.exec(filter.cursor);
  if (filter.cursor !== null && match === null) {
    throw new Refusal('input_invalid', 'This cursor is none of ours: take nextCursor as it came.');
  }
  const { rows } = await db.query(
    `
    select a.application_id, a.external_id, a.fingerprint, a.status, a.partner_id, a.received_at, a.is_simulated,
           a.vetting ->> 'decision' as decision, (a.vetting ->> 'score')::float8 as score, a.vetting -> 'flags' as flags,
           (extract(epoch from a.received_at) * 1000000)::bigint as received_micros,
           (select p.proposal_id
              from proposal p
             where p.source ->> 'documentId' = a.application_id::text
             order by p.created_at desc
             limit 1) as proposal_id
      from application a
     where ($1::text is null or a.status = $1)
       and ($2::text is null or a.vetting ->> 'decision' = $2)
       and ($3::bigint is null
            or a.received_at < timestamptz 'epoch' + $3::bigint * interval '1 microsecond'
            or (a.received_at = timestamptz 'epoch' + $3::bigint * interval '1 microsecond' and a.application_id > $4::uuid))
     order by a.received_at desc, a.application_id
     limit $5
    `,
    [
      filter.status ?? null,
      filter.decision ?? null,
      match?.[1] ?? null,
      match?.[2] ?? null,
      filter.limit + 1,
    ],
  );
  const page = rows.slice(0, filter.limit).map((row) => ItemRow.parse(row));
  const last = page.at(-1);
  return {
    items: page.map(toItem),
    nextCursor: rows.length > filter.limit && last ? `${last.received_micros}.${last.application_id}` : null,
  };
}

function toItem(row: z.infer<typeof ItemRow>): ApplicationItem {
  const { platform, handle, followers } = row.fingerprint;
  return {
    id: row.application_id,
    externalId: row.external_id,
    platform,
    handle,
    followers,
    status: row.status,
    decision: row.decision,
    score: row.score,
    flags: row.flags ?? [],
    proposalId: row.proposal_id,
    partnerId: row.partner_id,
    receivedAt: row.received_at.toISOString(),
    isSimulated: row.is_simulated,
  };
}
