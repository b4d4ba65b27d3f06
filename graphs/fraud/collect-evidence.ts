import assert from 'node:assert';
import { collectEvidence } from '../../tools/fraud/collect-evidence.ts';
import { defineNode } from '../define-node.ts';
import type { FraudState } from './fraud-state.ts';

/**
 * The figures about one partner, and what its verdict asks for.
 *
 * A revision computes them again as of now, and asks for the revised kind alone, if it is still asked for.
 */
export const collectEvidenceNode = defineNode<FraudState, Pick<FraudState, 'asOf' | 'facts' | 'kinds'>>({
  name: 'collect-evidence',
  tools: [collectEvidence],
  agent: null,
  async run({ event, revision }, { call, deps }) {
    assert(event.item !== null, 'the thread of one partner');
    const asOf = revision === null ? event.asOf : deps.now().toISOString();
    const { facts, kinds } = await call(collectEvidence, { partnerId: event.item, asOf });
    return {
      asOf,
      facts: { ...facts, revised: revision === null ? null : 'yes' },
      kinds: revision === null ? kinds : kinds.filter((kind) => kind === revision.kind),
    };
  },
});
