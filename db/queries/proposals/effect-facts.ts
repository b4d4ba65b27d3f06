import type { EffectFacts } from '../../../src/domain/proposals/assert-effect-holds.ts';
import type { Effect } from '../../../src/domain/proposals/effect.ts';
import type { Queryable } from '../../client.ts';
import { lockApplication } from '../applications/lock-application.ts';
import { lockMail } from '../mail/lock-mail.ts';
import type { RateTerms } from '../rates/rate-state.ts';
import { correctionPlan } from '../reconciliation/correction-plan.ts';
import { currentLines } from './current-lines.ts';
import { lockConversions } from './lock-conversions.ts';
import { readLines } from './read-lines.ts';
import { worldFacts } from './world-facts.ts';

/** What an effect rests on, its conversions, its mail and its application locked until the caller's transaction ends. */
export async function effectFacts(
  db: Queryable,
  proposalId: string,
  effect: Effect,
  terms: RateTerms,
): Promise<EffectFacts> {
  if ('mailId' in effect) await lockMail(db, effect.mailId);
  if ('applicationId' in effect) await lockApplication(db, effect.applicationId);
  const world = await worldFacts(db, effect, proposalId, terms);
  const lines = await readLines(db, proposalId);
  if (!('lines' in effect)) return { ...world, lines, currentLines: [], plan: [] };
  await lockConversions(db, proposalId, effect.partnerId);
  const conversionIds = lines.map(({ conversionId }) => conversionId);
  return {
    ...world,
    lines,
    currentLines: await currentLines(db, lines, { effect, proposalId }),
    plan:
      effect.kind === 'commission.correct'
        ? await correctionPlan(db, { ...effect, conversionIds, proposalId })
        : [],
  };
}
