import { correctionStates } from '../../../../db/queries/corrections/correction-states.ts';
import { listTroubles } from '../../../../db/queries/corrections/list-troubles.ts';
import { readSummary } from '../../../../db/queries/reconciliation/read-summary.ts';
import { reconciliationState } from '../../../../db/queries/reconciliation/reconciliation-state.ts';
import { sampleExceptions } from '../../../../db/queries/reconciliation/sample-exceptions.ts';
import { ReconciliationView } from '../../../domain/http/ledger-view.ts';
import { defineApiRoute } from '../../define-api-route.ts';

/** Of each kind of exception. */
const EXAMPLES = 5;
const TROUBLES_MAX = 50;

export const reconciliationRoute = defineApiRoute({
  method: 'get',
  path: '/api/reconciliation',
  role: 'viewer',
  tag: 'ledger',
  summary:
    'The newest reconciliation: what was earned, reversed, to be clawed back and leaked, with the band, what was set aside, and what networks were told.',
  answer: ReconciliationView,
  async handle(_asked, { pools, policy, now }) {
    const db = pools.app;
    const state = await reconciliationState(db);
    if (state === null) return null;
    const asOf = state.as_of;
    const { windowDays } = policy.reconciliation;
    const exceptions = await sampleExceptions(db, { asOf, now: now(), examples: EXAMPLES });
    const troubles = await listTroubles(db, { limit: TROUBLES_MAX });
    return {
      ...(await readSummary(db, { asOf, windowDays })),
      exceptions: exceptions.map((sample) => ({ ...sample, examples: [...sample.examples] })),
      corrections: await correctionStates(db),
      correctionTroubles: troubles.map(({ checkedAt, ...row }) => ({
        ...row,
        checkedAt: checkedAt.toISOString(),
      })),
    };
  },
});
