import assert from 'node:assert';
import type pg from 'pg';
import { findProposal } from '../../../db/queries/proposals/find-proposal.ts';
import { ANNA, NOW, POLICY, type Proposed } from '../../../db/testing/gate-fixture.ts';
import type { Principal } from '../../domain/principal.ts';
import type { GateContext } from '../case.ts';
import { decide } from '../decide.ts';
import type { DecisionInput } from '../decision-input.ts';

/** Deciding and looking at proposals of one test database, by Anna at a fixed moment unless a test says otherwise. */
export function decidingOn(pool: pg.Pool) {
  return {
    deciding(
      { proposalId, shownHash }: Proposed,
      decision: DecisionInput['decision'],
      by: Principal = ANNA,
      more: Partial<DecisionInput> & Partial<GateContext> = {},
    ) {
      const { now = NOW, policy = POLICY, ...input } = more;
      return decide(pool, { proposalId, shownHash, decision, ...input }, by, { now, policy });
    },
    async view({ proposalId }: Proposed) {
      const found = await findProposal(pool, proposalId);
      assert(found, 'the proposal is gone');
      return found;
    },
  };
}
