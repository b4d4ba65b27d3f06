import type { LeakFacts, LeakVerdict } from '../../../src/domain/leaks/leak-facts.ts';
import type { Queryable } from '../../client.ts';

export interface LeakOutcome {
  readonly code: string;
  readonly verdict: LeakVerdict;
  readonly reasons: readonly string[];
  readonly facts: LeakFacts;
  readonly at: Date;
}

/** Keeps what was judged of a sighting. One that came back is open again. @returns the case's id. */
export async function recordCase(
  db: Queryable,
  sightingId: string,
  { code, verdict, reasons, facts, at }: LeakOutcome,
): Promise<string> {
  const { rows } = await db.query<{ case_id: string }>(
    `
    insert into leak_case as known
           (sighting_id, code, owner_partner_id, publisher, verdict, reasons, facts, state, before_capture_sha256, opened_at,
            judged_at)
    select sighting_id, $2, $3, publisher, $4, $5, $6, 'open', capture_sha256, $7, $7
      from sighting
     where sighting_id = $1
        on conflict (sighting_id) do update
       set code = excluded.code, owner_partner_id = excluded.owner_partner_id, verdict = excluded.verdict,
           reasons = excluded.reasons, facts = excluded.facts, judged_at = excluded.judged_at,
           before_capture_sha256 = excluded.before_capture_sha256, state = 'open', closed_at = null,
           after_capture_sha256 = null
    returning case_id
    `,
    [sightingId, code, facts.ownerPartnerId, verdict, reasons, JSON.stringify(facts), at],
  );
  return rows[0]?.case_id ?? '';
}
