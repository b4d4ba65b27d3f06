import { citePage } from '../answer-words.ts';
import { defineChatRoute } from '../chat-route.ts';

export const listLeaksRoute = defineChatRoute({
  intent: 'list_leaks',
  needs: null,
  tools: [],
  steps: ['Say what is known of leaked codes'],
  example: 'List leaked codes',
  // biome-ignore lint/correctness/useYield: nothing is looked up
  async *answer() {
    return {
      text: 'The coupon watch is not there yet: this release looks at no coupon site, so it knows of no leak. Codes can be imported, and orders that use another partner’s code count in the fraud verdicts.',
      citations: [citePage('/coupons', 'Coupons'), citePage('/fraud', 'Fraud')],
      memory: {},
    };
  },
});
