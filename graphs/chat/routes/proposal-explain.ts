import { moneyWords } from '../../../src/domain/money/money-words.ts';
import { explainProposal } from '../../../tools/proposals/explain.ts';
import { citePartner, citeProposal, counted, minuteWords } from '../answer-words.ts';
import { defineChatRoute } from '../chat-route.ts';
import { kindName } from '../kind-name.ts';

export const proposalExplainRoute = defineChatRoute({
  intent: 'proposal_explain',
  needs: null,
  tools: [explainProposal],
  steps: ['Read the proposal and its evidence'],
  example: 'Why this card?',
  async *answer({ call, turn }) {
    const proposalId = turn.slots.proposalId ?? turn.memory.proposalId;
    if (proposalId === null) {
      yield {
        event: 'ask',
        data: {
          question:
            'Which proposal? Give its id (it stands in the address of its page), or name the partner.',
          slot: 'proposal',
          choices: [{ label: 'What waits?', message: 'What waits for a decision?' }],
        },
      };
      return { text: '', citations: [], memory: { asked: { intent: 'proposal_explain', slot: 'proposal' } } };
    }
    const card = yield* call(explainProposal, { proposalId }, ({ reasons }) => reasons.length);
    const asks = card.approvalsNeeded === 2 ? 'two people' : 'one person';
    return {
      text: [
        `“${card.title}” would ${kindName(card.kind)}${card.money ? ` (${moneyWords(card.money)})` : ''}. It is ${card.status}; ${asks} must approve, ${card.approvals} did.`,
        card.summary,
        ...(card.reasons.length > 0 ? ['What speaks for it:', ...card.reasons.map((why) => `• ${why}`)] : []),
        ...(card.passed + card.notEvaluated > 0
          ? [
              `${counted(card.passed, 'rule')} did not hit, and ${counted(card.notEvaluated, 'rule')} could not be tried.`,
            ]
          : []),
        ...(card.quotes > 0
          ? [`It quotes ${counted(card.quotes, 'passage')} of a stranger’s words; read them on the card.`]
          : []),
        `Proposed by ${card.proposedBy} on ${minuteWords(card.createdAt)}; it expires ${minuteWords(card.expiresAt)}.`,
      ].join('\n'),
      citations: [
        citeProposal(card.proposalId, card.title),
        ...(card.partnerId === null ? [] : [citePartner(card.partnerId, card.partnerId)]),
      ],
      memory: { proposalId: card.proposalId, ...(card.partnerId !== null && { partnerId: card.partnerId }) },
    };
  },
});
