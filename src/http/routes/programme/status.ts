import { findControl } from '../../../../db/queries/control/find-control.ts';
import { findProgramme, type ProgrammeRow } from '../../../../db/queries/programme/find-programme.ts';
import { countWaiting, type WaitingRow } from '../../../../db/queries/proposals/count-waiting.ts';
import { listRuns } from '../../../../db/queries/runs/list-runs.ts';
import { StatusView } from '../../../domain/http/status-view.ts';
import { nextRuns } from '../../../intake/runs/next-runs.ts';
import { defineApiRoute } from '../../define-api-route.ts';

/** Everything of the demo but its orders, products and customers is made up, and must be labelled so. */
const DEMO_SIMULATED = [
  'partners',
  'clicks',
  'conversions',
  'discount codes',
  'stock',
  'the network that effects are delivered to',
];

export const statusRoute = defineApiRoute({
  method: 'get',
  path: '/api/status',
  role: 'viewer',
  tag: 'programme',
  summary: 'Who you are, which programme this is, what waits, and what runs next.',
  answer: StatusView,
  async handle({ by }, { pools, policy, now }) {
    const [programme, control, waiting, runs] = await Promise.all([
      findProgramme(pools.app),
      findControl(pools.app),
      countWaiting(pools.app),
      listRuns(pools.app, { limit: 1, cursor: null }),
    ]);
    const next = nextRuns(policy, now()).toSorted((left, right) => left.at.getTime() - right.at.getTime())[0];
    const last = runs.items[0];
    return {
      programme: programme && programmeView(programme),
      person: { name: by.name, role: by.role },
      paused: control.paused,
      pausedBy: control.paused ? control.changed_by : null,
      waiting: waitingByKind(waiting),
      waitingTotal: waiting.reduce((sum, row) => sum + row.count, 0),
      nextRun: next ? { workflow: next.workflow, at: next.at.toISOString() } : null,
      lastRun: last
        ? { id: last.id, workflow: last.workflow, status: last.status, finishedAt: last.finishedAt }
        : null,
      now: now().toISOString(),
    };
  },
});

function programmeView(row: ProgrammeRow): NonNullable<StatusView['programme']> {
  return {
    name: row.name,
    currency: row.currency,
    timeZone: row.time_zone,
    isDemo: row.is_demo,
    demoShiftWeeks: row.demo_shift_weeks,
    simulated: row.is_demo ? [...DEMO_SIMULATED] : [],
  };
}

function waitingByKind(rows: readonly WaitingRow[]): StatusView['waiting'] {
  const kinds = Map.groupBy(rows, (row) => row.kind);
  return [...kinds].map(([kind, ofKind]) => ({
    kind,
    count: ofKind.reduce((sum, row) => sum + row.count, 0),
    money: ofKind.flatMap(({ micros, currency }) =>
      micros !== null && currency !== null ? [{ micros, currency }] : [],
    ),
  }));
}
