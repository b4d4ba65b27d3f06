import { defaultAsOf } from '../../../db/queries/fraud/default-as-of.ts';
import { loadScoringInput } from '../../../db/queries/fraud/load-scoring-input.ts';
import type { FraudScores, PartnerScore } from '../../../src/domain/fraud/fraud-scores.ts';
import { scorePartners } from '../../../src/domain/fraud/score-partners.ts';
import type { ToolContext } from '../../define-tool.ts';

/** Scores of all partners, and each by its partner's id. `scores.asOf` may be earlier than what was asked for. */
export interface ScoredProgramme {
  readonly scores: FraudScores;
  readonly byPartner: ReadonlyMap<string, PartnerScore>;
}

/** A scoring of thousands of partners takes tens of megabytes. */
const KEPT_MAX = 2;
const kept = new WeakMap<object, Map<string, Promise<ScoredProgramme>>>();

/**
 * Everybody's scores as of a moment, worked out once a run: a partner can only be judged beside all others, and each
 * of them is asked about several times. All tools of one run therefore speak of the same figures.
 */
export function scoresOfRun(
  { db, runId, policy }: Pick<ToolContext, 'db' | 'runId' | 'policy'>,
  asOf: string,
): Promise<ScoredProgramme> {
  const ofDatabase = kept.get(db) ?? new Map<string, Promise<ScoredProgramme>>();
  kept.set(db, ofDatabase);
  const key = JSON.stringify([runId, asOf, policy.fraud]);
  const known = ofDatabase.get(key);
  if (known) return known;

  const working = score(db, asOf, policy.fraud);
  ofDatabase.set(key, working);
  // What failed is tried again; whoever awaits it hears why.
  working.catch(() => ofDatabase.delete(key));
  const [oldest] = ofDatabase.keys();
  if (ofDatabase.size > KEPT_MAX && oldest !== undefined) ofDatabase.delete(oldest);
  return working;
}

async function score(
  db: ToolContext['db'],
  asOf: string,
  policy: ToolContext['policy']['fraud'],
): Promise<ScoredProgramme> {
  // A run asks as of its start; orders that ended last year are looked at from where they ended.
  const moment = await defaultAsOf(db, new Date(asOf));
  const scores = scorePartners(await loadScoringInput(db, moment, policy), policy);
  return { scores, byPartner: new Map(scores.partners.map((partner) => [partner.partner, partner])) };
}
