import { programmeStatus } from '../../../tools/programme/status.ts';
import { citePage, counted, dayWords, nameWords } from '../answer-words.ts';
import { defineChatRoute } from '../chat-route.ts';

export const programmeStatusRoute = defineChatRoute({
  intent: 'programme_status',
  needs: null,
  tools: [programmeStatus],
  steps: ['Read how the programme stands'],
  example: 'How does the programme stand?',
  async *answer({ call }) {
    const status = yield* call(programmeStatus, {});
    const { programme, verdicts, scoredAsOf } = status;
    const partners = Object.values(verdicts ?? {}).reduce((sum, count) => sum + count, 0);
    return {
      text: [
        programme
          ? `${nameWords(programme.name)}, in ${programme.currency}${programme.isDemo ? '. It is the demo: its partners and traffic are simulated' : ''}.`
          : 'No programme has been loaded yet.',
        status.paused
          ? `Everything is paused${status.pausedBy === null ? '' : ` by ${status.pausedBy}`}: nothing is executed or sent.`
          : 'Nothing is paused.',
        `${counted(status.waiting, 'proposal waits', 'proposals wait')} for a decision.`,
        verdicts && scoredAsOf !== null
          ? `Fraud scores as of ${dayWords(scoredAsOf)}, ${counted(partners, 'partner')}: ${Object.entries(
              verdicts,
            )
              .map(([verdict, count]) => `${count} ${verdict.replaceAll('_', ' ')}`)
              .join(', ')}.`
          : 'No partner has been scored for fraud yet.',
      ].join('\n'),
      citations: [citePage('/', 'Queue'), citePage('/fraud', 'Fraud'), citePage('/partners', 'Partners')],
      memory: {},
    };
  },
});
