import { assertLinesCurrent, type CurrentLine, linesAreBound } from './assert-lines.ts';
import { assertPartnerFits, type PartnerState } from './assert-partner-fits.ts';
import type { Effect } from './effect.ts';
import type { ProposalLine } from './lines.ts';
import { changed } from './stored-proposal.ts';

/** What the tables say now about everything an effect rests on. */
export interface EffectFacts {
  readonly partner: PartnerState | null;
  readonly lines: readonly ProposalLine[];
  readonly currentLines: readonly CurrentLine[];
}

/**
 * Computes again what was computed when the effect was proposed.
 *
 * @throws {Refusal} `proposal_changed` when the proposal's own lines are not those it binds; `proposal_stale` or
 *   `partner_unknown` when the world has moved on.
 */
export function assertEffectHolds(proposalId: string, effect: Effect, facts: EffectFacts): void {
  assertPartnerFits(effect, facts.partner);
  if ('lines' in effect) {
    if (!linesAreBound(effect, facts.lines)) throw changed(proposalId);
    assertLinesCurrent(effect, facts.currentLines);
  } else if (facts.lines.length > 0) {
    throw changed(proposalId);
  }
}
