import { defineChatRoute } from '../chat-route.ts';

export const helpRoute = defineChatRoute({
  intent: 'help',
  needs: null,
  tools: [],
  steps: ['Say what this chat can do'],
  example: 'What can you do?',
  // biome-ignore lint/correctness/useYield: nothing is looked up
  async *answer({ deps }) {
    return {
      text: [
        'I answer from the rows of this programme, with links to them:',
        '• “How is Dealzone doing?”: figures, holds, blocks, open proposals, fraud verdict.',
        '• “Why is it held?”: the rules that hit, with their figures.',
        '• “What waits for me?” and “Why this card?”',
        '• “Which mail needs me?”, “What did the last run do?”, “What was sent lately?”, “How often do we agree?”',
        '• “Hold this partner”: I put a proposal into the queue where evidence carries it. I approve and send nothing.',
        '• “Pause everything” and “Resume sending”, after you confirm.',
        deps.plan
          ? 'Questions beside these go to the language model that is set up.'
          : 'Free drafting and open questions need a language model: set OPENAI_API_KEY or OPENAI_BASE_URL, and MARGINKEEPER_MODEL.',
      ].join('\n'),
      citations: [],
      memory: {},
    };
  },
});
