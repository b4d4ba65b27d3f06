import { defineChatRoute } from '../chat-route.ts';

export const needsModelRoute = defineChatRoute({
  intent: 'needs_model',
  needs: null,
  tools: [],
  steps: ['Say what this needs'],
  example: 'Draft a letter',
  // biome-ignore lint/correctness/useYield: nothing is looked up
  async *answer({ deps }) {
    const why = deps.plan
      ? 'The language model could not help with that just now.'
      : 'That needs a language model, and none is set up: free drafting, translations and open questions are beyond the embedded engine. Set OPENAI_API_KEY or OPENAI_BASE_URL, and MARGINKEEPER_MODEL.';
    return {
      text: `${why}\nWithout one I answer questions about partners, proposals, mail, runs, deliveries and agreement, and I can propose a hold, pause and resume. Ask “What can you do?” for examples.`,
      citations: [],
      memory: {},
    };
  },
});
