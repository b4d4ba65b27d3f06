import { proposalAgreement } from '../../../tools/proposals/agreement.ts';
import { citePage, counted, percentWords } from '../answer-words.ts';
import { defineChatRoute } from '../chat-route.ts';
import { kindName } from '../kind-name.ts';

const DAYS = 365;

export const agreementRoute = defineChatRoute({
  intent: 'agreement',
  needs: null,
  tools: [proposalAgreement],
  steps: ['Count what people made of the proposals'],
  example: 'How often do we agree with the agents?',
  async *answer({ call, turn }) {
    const days = turn.slots.days ?? DAYS;
    const { kinds } = yield* call(proposalAgreement, { days }, (output) => output.kinds.length);
    const over = `the last ${counted(days, 'day')}`;
    if (kinds.length === 0) {
      return {
        text: `Nobody has decided a proposal in ${over}.`,
        citations: [citePage('/reports', 'Reports')],
        memory: {},
      };
    }
    return {
      text: [
        `How often people approved proposals as they were, over ${over}:`,
        ...kinds.map(({ kind, decided, approvedAsIs, agreement, interval, suggestion }) => {
          const range = interval
            ? ` (95 %: ${percentWords(interval[0])} to ${percentWords(interval[1])})`
            : '';
          return `• ${kindName(kind)}: ${approvedAsIs} of ${decided}, ${percentWords(agreement)}${range}. ${suggestion}`;
        }),
      ].join('\n'),
      citations: [citePage('/reports', 'Reports')],
      memory: {},
    };
  },
});
