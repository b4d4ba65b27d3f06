import { waitingProposals } from '../../../tools/proposals/waiting.ts';
import { citePage, citeProposal, counted, minuteWords, moneyTogether } from '../answer-words.ts';
import { defineChatRoute } from '../chat-route.ts';
import { kindName } from '../kind-name.ts';

export const proposalsWaitingRoute = defineChatRoute({
  intent: 'proposals_waiting',
  needs: null,
  tools: [waitingProposals],
  steps: ['Count what waits for a decision'],
  example: 'What waits for me?',
  async *answer({ call, turn }) {
    const { kind } = turn.slots;
    const { kinds, oldest } = yield* call(waitingProposals, { kind }, (output) => output.kinds.length);
    const total = kinds.reduce((sum, { count }) => sum + count, 0);
    const [first] = oldest;
    if (total === 0 || !first) {
      const of = kind === null ? '' : ` of the kind “${kindName(kind)}”`;
      return {
        text: `Nothing${of} waits for a decision.`,
        citations: [citePage('/', 'Queue')],
        memory: {},
      };
    }
    return {
      text: [
        `${counted(total, 'proposal waits', 'proposals wait')} for a decision:`,
        ...kinds.map(
          ({ kind: of, count, money }) =>
            `• ${kindName(of)}: ${count}${money.length > 0 ? `, ${moneyTogether(money)}` : ''}`,
        ),
        `The oldest waits since ${minuteWords(first.createdAt)}: “${first.title}”; it expires ${minuteWords(first.expiresAt)}.`,
      ].join('\n'),
      citations: [
        citePage('/', 'Queue'),
        ...oldest.map(({ proposalId, title }) => citeProposal(proposalId, title)),
      ],
      memory: { proposalId: first.proposalId },
    };
  },
});
