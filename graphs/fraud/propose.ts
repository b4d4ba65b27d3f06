import assert from 'node:assert';
import { fraud } from '../../agents/fraud.ts';
import { listProposalsOfRun } from '../../db/queries/runs/list-proposals-of-run.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { FraudKind } from '../../src/domain/fraud/fraud-kinds.ts';
import { proposeBlock } from '../../tools/fraud/propose-block.ts';
import { proposeClawback } from '../../tools/fraud/propose-clawback.ts';
import { proposeHold } from '../../tools/fraud/propose-hold.ts';
import { proposeWarning } from '../../tools/fraud/propose-warning.ts';
import { defineNode, type NodeContext } from '../define-node.ts';
import type { FraudState } from './fraud-state.ts';

const PROPOSALS_MAX = fraud.limits.proposalsMax;

/** Puts each wish into the queue. Same wish, same row: running this twice adds nothing. */
export const propose = defineNode<FraudState, Partial<FraudState>>({
  name: 'propose',
  tools: [proposeHold, proposeClawback, proposeBlock, proposeWarning],
  agent: null,
  async run(state, { call, deps }) {
    const proposed: string[] = [];
    for (const kind of state.kinds) {
      if (proposed.length >= PROPOSALS_MAX) throw tooMany();
      const { proposals } = await callProposing(kind, state, call);
      proposed.push(...proposals.flatMap(({ proposalId }) => proposalId ?? []));
    }
    // What an earlier run proposed, and this one found unchanged, has its own thread waiting for it.
    const own = await listProposalsOfRun(deps.db, state.event.runId, proposed);
    return {
      proposalIds: [...new Set([...state.proposalIds, ...own])],
      // The words live on in the proposals; a sleeping thread keeps no copy.
      words: {},
      facts: {},
      kinds: [],
      revision: null,
    };
  },
});

const tooMany = (): Refusal =>
  new Refusal('proposal_limit_reached', `One work item makes at most ${PROPOSALS_MAX} proposals.`);

async function callProposing(kind: FraudKind, state: FraudState, call: NodeContext['call']) {
  const { event, asOf, revision, words, madeBy } = state;
  const { title, summary, subject, body } = words[kind] ?? {};
  assert(
    event.item !== null && asOf !== null && madeBy !== null && title && summary,
    `${kind} was worded before`,
  );
  const draft = {
    partnerId: event.item,
    asOf,
    title,
    summary,
    note: revision?.comment ?? null,
    answers: revision?.proposalId ?? null,
    madeBy,
  };
  switch (kind) {
    case 'commission.hold':
      return call(proposeHold, draft);
    case 'commission.clawback':
      return call(proposeClawback, draft);
    case 'partner.block':
      return call(proposeBlock, draft);
    case 'partner.warn':
      assert(subject && body, 'the letter was worded before');
      return call(proposeWarning, { ...draft, subject, body });
    default:
      return kind satisfies never;
  }
}
