import { waitingMails } from '../../../tools/mails/waiting.ts';
import { citeMail, citePage, counted, minuteWords } from '../answer-words.ts';
import { defineChatRoute } from '../chat-route.ts';

const ROUTES: Readonly<Record<string, string>> = {
  human: 'for a person',
  draft_for_approval: 'with an answer drafted for approval',
  auto_reply: 'to be answered by the policy',
};
const LINES_MAX = 10;

export const mailsWaitingRoute = defineChatRoute({
  intent: 'mails_waiting',
  needs: null,
  tools: [waitingMails],
  steps: ['Count the mail that waits, what only a person can answer first'],
  example: 'Which mail needs me?',
  async *answer({ call }) {
    const { counts, forPerson } = yield* call(waitingMails, {}, (output) => output.counts.length);
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    if (total === 0) {
      return { text: 'No mail waits.', citations: [citePage('/inbox', 'Inbox')], memory: {} };
    }
    const unread = counts.filter(({ route }) => route === null).reduce((sum, { count }) => sum + count, 0);
    const lines = counts
      .filter(({ route }) => route !== null)
      .map(
        ({ route, intent, status, count }) =>
          `• ${ROUTES[route ?? ''] ?? route}: ${count} ${(intent ?? 'unknown').replaceAll('_', ' ')}${status === 'needs_review' ? ' (could not be read for sure)' : ''}`,
      );
    const more = lines.length > LINES_MAX ? [`• and ${lines.length - LINES_MAX} more sorts`] : [];
    return {
      text: [
        `${counted(total, 'mail waits', 'mails wait')}${unread > 0 ? `, ${unread} of them not read yet` : ''}${lines.length > 0 ? ':' : '.'}`,
        ...lines.slice(0, LINES_MAX),
        ...more,
        ...(forPerson.length > 0 ? ['The newest that only a person can answer are linked below.'] : []),
      ].join('\n'),
      citations: [
        ...forPerson.map(({ mailId, intent, receivedAt }) =>
          citeMail(mailId, `${(intent ?? 'mail').replaceAll('_', ' ')}, ${minuteWords(receivedAt)}`),
        ),
        citePage('/inbox', 'Inbox'),
      ],
      memory: {},
    };
  },
});
