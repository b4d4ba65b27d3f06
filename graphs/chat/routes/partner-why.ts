import assert from 'node:assert';
import { moneyWords } from '../../../src/domain/money/money-words.ts';
import { partnerStatus } from '../../../tools/partners/status.ts';
import { citePartner, citeProposal, moneyTogether, nameWords } from '../answer-words.ts';
import { defineChatRoute } from '../chat-route.ts';
import { verdictSentence } from '../verdict-words.ts';

const HITS_MAX = 6;
const PROPOSALS_MAX = 4;

export const partnerWhyRoute = defineChatRoute({
  intent: 'partner_why',
  needs: 'partner',
  tools: [partnerStatus],
  steps: ['Find the partner', 'Read its fraud verdict and the rules that hit'],
  example: 'Why is this partner held?',
  async *answer({ call, partnerId }) {
    assert(partnerId !== null, 'the partner was found before');
    const { partner, score } = yield* call(partnerStatus, { partnerId });
    const name = nameWords(partner.name);
    const holds = partner.held.filter(({ micros }) => micros !== '0');
    const decided = partner.proposals.filter(({ kind }) => kind !== 'mail.reply').slice(0, PROPOSALS_MAX);
    const hits = score?.hits.slice(0, HITS_MAX) ?? [];
    return {
      text: [
        holds.length > 0
          ? `${moneyTogether(holds)} of ${name}’s commission is held.`
          : `Nothing of ${name}’s commission is held${partner.status === 'blocked' ? ', but it is blocked' : ''}.`,
        verdictSentence(score),
        ...(hits.length > 0 ? ['The rules that hit:', ...hits.map((hit) => `• ${hit}`)] : []),
        ...(score?.atRisk ? [`At risk: ${moneyWords(score.atRisk)}.`] : []),
        decided.length === 0
          ? 'No proposal about it has been made.'
          : `Its newest proposals: ${decided.map(({ title, status }) => `“${title}” (${status})`).join(', ')}.`,
        'These are signs, not proof; a person decides.',
      ].join('\n'),
      citations: [
        citePartner(partner.id, partner.name),
        ...decided.map(({ id, title }) => citeProposal(id, title)),
      ],
      memory: { partnerId: partner.id, proposalId: decided[0]?.id ?? null },
    };
  },
});
