import { z } from 'zod';
import type { Queryable } from '../../db/client.ts';
import { currentLines } from '../../db/queries/proposals/current-lines.ts';
import { worldFacts } from '../../db/queries/proposals/world-facts.ts';
import type { RateTerms } from '../../db/queries/rates/rate-state.ts';
import { correctionPlan } from '../../db/queries/reconciliation/correction-plan.ts';
import { Refusal } from '../domain/errors.ts';
import { assertWorldFits } from '../domain/proposals/assert-effect-holds.ts';
import { assertLinesCurrent, linesAreBound } from '../domain/proposals/assert-lines.ts';
import { assertPlanCurrent } from '../domain/proposals/assert-plan-current.ts';
import { canonicalJson } from '../domain/proposals/canonical-json.ts';
import { effectMoney } from '../domain/proposals/effect-money.ts';
import { OWN_SOURCES } from './flood-reason.ts';
import { type CompleteDraft, ProposalDraft } from './proposal-draft.ts';

/**
 * Reads a draft and checks what needs no database: that its parts say the same.
 *
 * @throws {Refusal} `input_invalid`.
 */
export function completeDraft(draft: ProposalDraft): CompleteDraft {
  const parsed = ProposalDraft.safeParse(draft);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  const { effect, partnerId, money, lines, source, stranger } = parsed.data;
  if (partnerId !== effect.partnerId) throw invalid('partnerId is not the partner of the effect.');
  const moved = effectMoney(effect);
  if (moved !== null && canonicalJson(moved) !== canonicalJson(money)) {
    throw invalid('money is not the money that the effect moves.');
  }
  const isBound = 'lines' in effect ? linesAreBound(effect, lines) : lines.length === 0;
  if (!isBound) throw invalid('the lines are not those that the effect counts, sums and hashes.');
  if (source !== null && !OWN_SOURCES.includes(source.kind) && stranger === null) {
    throw invalid('a source other than a feed or a file names the stranger behind it.');
  }
  return parsed.data;
}

/**
 * Checks a draft against the tables: partner, mail and rate fit, each conversion stands as the draft says.
 *
 * @throws {Refusal} `partner_unknown`, `mail_unknown` or `proposal_stale`.
 */
export async function assertDraftHolds(
  db: Queryable,
  { effect, lines }: CompleteDraft,
  terms: RateTerms,
): Promise<void> {
  assertWorldFits(effect, await worldFacts(db, effect, null, terms));
  if (!('lines' in effect)) return;
  assertLinesCurrent(effect, await currentLines(db, lines, { effect, proposalId: null }));
  if (effect.kind === 'commission.correct') {
    const conversionIds = lines.map(({ conversionId }) => conversionId);
    assertPlanCurrent(effect, await correctionPlan(db, { ...effect, conversionIds, proposalId: null }));
  }
}

function invalid(why: string): Refusal {
  return new Refusal('input_invalid', `This cannot be proposed: ${why}`);
}
