import { scorePartners } from '../../tools/fraud/score-partners.ts';
import { defineNode } from '../define-node.ts';
import type { FraudState } from './fraud-state.ts';

/** Verdicts that ask a person for a decision, if only for a letter. */
const FLAGGED = ['watch', 'hold', 'decline'] as const;

/** Scores everybody and keeps who is flagged: each becomes a work item with a thread of its own. */
export const scorePartnersNode = defineNode<FraudState, Pick<FraudState, 'items' | 'counts'>>({
  name: 'score-partners',
  tools: [scorePartners],
  agent: null,
  async run({ event }, { call }) {
    const { partners } = await call(scorePartners, { asOf: event.asOf });
    const flagged = FLAGGED.map((wanted) => partners.filter(({ verdict }) => verdict === wanted));
    const items = flagged.flat().map(({ partner }) => partner);
    const byVerdict = Object.fromEntries(
      FLAGGED.map((verdict, index) => [verdict, flagged[index]?.length ?? 0]),
    );
    return { items, counts: { scored: partners.length, flagged: items.length, ...byVerdict } };
  },
});
