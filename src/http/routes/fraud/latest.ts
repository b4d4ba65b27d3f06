import { latestScoring } from '../../../../db/queries/fraud/latest-scoring.ts';
import { listScores } from '../../../../db/queries/fraud/list-scores.ts';
import { Verdict } from '../../../domain/fraud/fraud-scores.ts';
import { FraudScoringView } from '../../../domain/http/fraud-scoring-view.ts';
import { PageQuery } from '../../../domain/http/page-of.ts';
import { textIn } from '../../../domain/http/text-in.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const fraudRoute = defineApiRoute({
  method: 'get',
  path: '/api/fraud',
  role: 'viewer',
  tag: 'fraud',
  summary: 'The newest stored fraud scoring, worst partners first; null until a run has scored.',
  query: PageQuery.extend({ verdict: Verdict.optional(), partner: textIn(200).optional() }),
  answer: FraudScoringView.nullable(),
  async handle({ query: { verdict, partner, cursor, limit } }, { pools }) {
    const scoring = await latestScoring(pools.app);
    if (!scoring) return null;
    const filter = { verdict: verdict ?? null, partnerId: partner ?? null, cursor: cursor ?? null, limit };
    return { ...scoring, ...(await listScores(pools.app, filter)) };
  },
});
