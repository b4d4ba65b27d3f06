import { caseOfSighting } from '../../../db/queries/coupons/case-of-sighting.ts';
import { leakFacts } from '../../../db/queries/coupons/leak-facts.ts';
import { readSighting } from '../../../db/queries/coupons/read-sighting.ts';
import { Refusal } from '../../../src/domain/errors.ts';
import { judgeLeak } from '../../../src/domain/leaks/judge-leak.ts';
import { planLeak } from '../../../src/domain/leaks/plan-leak.ts';
import type { ToolContext } from '../../define-tool.ts';
import type { LeakCase } from './leak-case.ts';

/**
 * Looks up a sighting and everything our own records say of its code, and judges it.
 *
 * @throws {Refusal} `sighting_unknown` when there is no such sighting, or no code of the table is meant by it any more.
 */
export async function openLeakCase(
  { db, policy, programmeCurrency }: ToolContext,
  sightingId: string,
  asOf: string,
): Promise<LeakCase> {
  const sighting = await readSighting(db, sightingId);
  if (sighting === null || sighting.code === null) throw unknown(sightingId);
  const { code, publisher, site_partner_id: sitePartnerId, retired: pageSaysEnded } = sighting;
  const caseId = await caseOfSighting(db, sightingId);
  const about = { code, publisher, sitePartnerId, pageSaysEnded, caseId, currency: programmeCurrency };
  const record = await leakFacts(db, { ...about, asOf: new Date(asOf) }, policy.leaks);
  if (record === null) throw unknown(sightingId);
  const judgement = judgeLeak(record.facts, policy.leaks);
  const plan = planLeak(judgement.verdict, record.facts, policy.leaks);
  return { ...record, ...judgement, sighting, code, plan, asOf };
}

const unknown = (sightingId: string): Refusal =>
  new Refusal('sighting_unknown', 'There is no such sighting of a code of ours any more.', { sightingId });
