import type pg from 'pg';
import { storeScores } from '../../db/queries/fraud/store-scores.ts';
import { callTool } from '../../tools/call-tool.ts';
import { scoresOfRun } from '../../tools/fraud/case/scores-of-run.ts';
import { scorePartners } from '../../tools/fraud/score-partners.ts';

/**
 * Calls tools as always, and keeps what a run's scoring found for `GET /api/fraud`.
 *
 * @param pool - under the app's role: tools write nothing.
 */
export function keepScores(pool: pg.Pool): typeof callTool {
  return async (tool, input, context) => {
    const answer = await callTool(tool, input, context);
    if (tool.name === scorePartners.name) {
      const { asOf } = scorePartners.input.parse(input);
      // Worked out once a run, so these are the scores the answer was made of.
      const { scores } = await scoresOfRun(context, asOf);
      await storeScores(pool, { scores, runId: context.runId, now: context.now });
    }
    return answer;
  };
}
