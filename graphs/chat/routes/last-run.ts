import { moneyWords } from '../../../src/domain/money/money-words.ts';
import type { Run } from '../../../src/domain/runs/run.ts';
import { latestRuns } from '../../../tools/runs/latest.ts';
import { citePage, citeRun, counted, minuteWords } from '../answer-words.ts';
import { defineChatRoute } from '../chat-route.ts';

const COUNTS_MAX = 8;

export const lastRunRoute = defineChatRoute({
  intent: 'last_run',
  needs: null,
  tools: [latestRuns],
  steps: ['Read the newest runs'],
  example: 'What did the last run do?',
  async *answer({ call, turn }) {
    const { workflow } = turn.slots;
    const { runs } = yield* call(latestRuns, { workflow }, (output) => output.runs.length);
    const [last, ...before] = runs;
    if (!last) {
      return {
        text: workflow === null ? 'Nothing has run yet.' : `The workflow ${workflow} has not run yet.`,
        citations: [citePage('/runs', 'Runs')],
        memory: {},
      };
    }
    return {
      text: [
        sentence(last),
        ...(before.length > 0 ? ['Before it:', ...before.map((run) => `• ${sentence(run)}`)] : []),
      ].join('\n'),
      citations: runs.map(({ id, workflow: of }) => citeRun(id, of)),
      memory: {},
    };
  },
});

function sentence(run: Run): string {
  const counts = Object.entries(run.counts)
    .slice(0, COUNTS_MAX)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
  const when = run.finishedAt ?? run.startedAt ?? run.createdAt;
  const cost = run.cost.micros === '0' ? '' : `, cost ${moneyWords(run.cost)}`;
  const why = run.error ? ` (${run.error.message})` : '';
  return `The ${run.workflow} run of ${minuteWords(when)} ${run.status}${why}: ${counted(run.proposals, 'proposal')}${counts === '' ? '' : ` (${counts})`}${cost}.`;
}
