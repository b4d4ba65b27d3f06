import { recentReceipts } from '../../../tools/receipts/recent.ts';
import { citePage, citeProposal, counted, minuteWords } from '../answer-words.ts';
import { defineChatRoute } from '../chat-route.ts';
import { kindName } from '../kind-name.ts';

const DELIVERIES = 8;

export const deliveriesRoute = defineChatRoute({
  intent: 'deliveries',
  needs: null,
  tools: [recentReceipts],
  steps: ['Read the newest receipts'],
  example: 'What was sent lately?',
  async *answer({ call }) {
    const { deliveries } = yield* call(
      recentReceipts,
      { limit: DELIVERIES },
      (output) => output.deliveries.length,
    );
    if (deliveries.length === 0) {
      return {
        text: 'Nothing has been delivered yet: what you approve leaves when its undo time is over.',
        citations: [citePage('/', 'Queue')],
        memory: {},
      };
    }
    return {
      text: [
        `The newest ${counted(deliveries.length, 'receipt')}, as the sandbox network wrote them down at arrival (simulated):`,
        ...deliveries.map(({ kind, at }) => `• ${minuteWords(at)}: ${kindName(kind)}`),
      ].join('\n'),
      citations: deliveries.map(({ proposalId, kind }) => citeProposal(proposalId, kindName(kind))),
      memory: {},
    };
  },
});
