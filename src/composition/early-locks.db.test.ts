import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensurePartitions } from '../../db/partitions.ts';
import { listLockWeeks } from '../../db/queries/locks/list-lock-weeks.ts';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { findRun } from '../../db/queries/runs/find-run.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import { outboxContext } from '../../db/testing/outbox-fixture.ts';
import { callTool } from '../../tools/call-tool.ts';
import { sandboxNetwork } from '../connectors/sandbox/write.ts';
import { DEFAULT_POLICY, type Policy } from '../domain/policies.ts';
import type { Principal } from '../domain/principal.ts';
import { executeDue } from '../executor/execute-due.ts';
import { decide } from '../gate/decide.ts';
import { requestRun } from '../intake/runs/request-run.ts';
import { testProcess } from '../intake/runs/testing/test-process.ts';
import { workRun } from '../intake/runs/work-run.ts';
import { deliverDue } from '../outbox/deliver-due.ts';

const DAY_MS = 86_400_000;
/** A Monday. */
const START = Date.UTC(2026, 10, 2, 6);
const ANNA: Principal = { name: 'anna', role: 'approver', kind: 'token' };
const policy: Policy = { ...DEFAULT_POLICY, undoSeconds: 0 };
const database = await cloneDatabase({ max: 8 });
const { pools } = database;
const { app } = pools;
let days = 0;
const now = () => new Date(START + days * DAY_MS);
const on = (day: number) => new Date(START + day * DAY_MS);

/** Sold on one day, delivered on another: the window ends 30 days after the latter. */
async function sale(
  id: string,
  {
    network = 'awin',
    sold,
    delivered,
    raw = null,
  }: { network?: string; sold: number; delivered: number; raw?: object | null },
) {
  await app.query(
    `insert into order_line (order_id, line_id, ordered_at, delivered_at, sku, quantity, unit_price_micros, currency)
     values ($1, '1', $2, $3, 'sku', 1, 100000000, 'GBP')`,
    [id, on(sold), on(delivered)],
  );
  await app.query(
    `insert into conversion (partner_id, network, conversion_id, order_id, converted_at, amount_micros, commission_micros,
       currency, status, status_raw, extra)
     values ('p1', $1, $2, $3, $4, 100000000, 20000000, 'GBP', 'pending', 'pending', $5)`,
    [network, `t-${id}`, id, on(sold), raw === null ? null : { [network]: JSON.stringify(raw) }],
  );
}
beforeAll(async () => {
  await app.query("insert into programme (name, currency) values ('Test', 'GBP')");
  await app.query(
    "insert into partner (partner_id, name, type, network) values ('p1', 'One', 'content', 'awin')",
  );
  await ensurePartitions(app, 'conversion', on(-60), on(30));
  // Awin’s 30 days end on Monday the 9th; the windows on the 14th.
  await sale('a1', { sold: -23, delivered: -18 });
  await sale('a2', { sold: -22, delivered: -17 });
  // Its window ends before Awin locks.
  await sale('quick', { sold: -23, delivered: -23 });
  // CJ’s own record says the 20th; by its rule it would be the 10th.
  await sale('c1', { network: 'cj', sold: -10, delivered: -5, raw: { lockingDate: '2026-11-20T00:00:00Z' } });
  // A file’s record may hold anything: the rule counts.
  await sale('c2', { network: 'cj', sold: -9, delivered: -5, raw: { lockingDate: '2026-99-99' } });
  await sale('own', { network: 'direct', sold: -23, delivered: -1 });
});
afterAll(() => database.drop());

async function run(): Promise<string> {
  const deps = testProcess(database, { flagged: [] }, { callTool, now, policy });
  const runId = await requestRun(app, { workflow: 'reconciliation', cause: 'person', requestedBy: 'anna' });
  expect(await workRun(deps, runId)).toBe('worked');
  expect(await findRun(app, runId)).toMatchObject({ status: 'succeeded', failures: [] });
  return runId;
}
const warnings = async () => {
  const { rows } = await app.query<{
    network: string;
    days: number;
    status: string;
    micros: string;
    id: string;
  }>(
    `select effect ->> 'network' as network, (effect ->> 'daysBefore')::int as days, status, money_micros::text as micros,
            proposal_id as id
       from proposal where kind = 'network.extend-lock' order by network, created_at`,
  );
  return rows;
};
const short = async () =>
  (await warnings()).map(({ network, days: left, status }) => `${network} ${left} ${status}`);

it('warns a week ahead of what a network locks before the window ends, with the amount', async () => {
  days = 0;
  await run();
  expect(await short()).toEqual(['awin 7 pending']);
  const [one] = await warnings();
  expect(one?.micros).toBe('40000000');
  const proposal = await findProposal(app, one?.id ?? '');
  expect(proposal?.title).toBe(
    'Awin locks 2 sales from 2026-11-09, although they may still come back: GBP 40.00',
  );
  expect(JSON.stringify(proposal?.effect)).toContain('t-a1, t-a2');
  expect(JSON.stringify(proposal?.evidence)).toMatch(/auto-validation/);
});

it('warns of the same once, however often it runs', async () => {
  days = 1.5;
  await run();
  expect(await short()).toEqual(['awin 7 pending', 'cj 7 pending']);
});

it('warns again at three days and at one, in place of the warning before', async () => {
  days = 4;
  await run();
  expect((await short()).slice(0, 2)).toEqual(['awin 7 superseded', 'awin 3 pending']);
  days = 6.2;
  await run();
  await run();
  expect(await short()).toEqual([
    'awin 7 superseded',
    'awin 3 superseded',
    'awin 1 pending',
    'cj 7 superseded',
    'cj 3 pending',
  ]);
  const last = (await warnings())[2];
  expect(JSON.stringify((await findProposal(app, last?.id ?? ''))?.evidence)).toContain(
    '3 days ahead: pending.',
  );
});

it('believes the network’s own date more than its rule', async () => {
  const weeks = await listLockWeeks(app, {
    asOf: now(),
    rules: policy.networks.locks,
    daysAhead: 30,
    limit: 10,
  });
  expect(weeks.map(({ network, week, lines }) => [network, week, lines])).toEqual([
    ['awin', '2026-W46', 2],
    ['cj', '2026-W46', 1],
    ['cj', '2026-W47', 1],
  ]);
});

it('carries an approved request out once, refuses one that is too late, and writes nowhere else', async () => {
  const approve = async (index: number) => {
    const proposal = await findProposal(app, (await warnings())[index]?.id ?? '');
    return decide(
      app,
      { proposalId: proposal?.id ?? '', shownHash: proposal?.shownHash ?? '', decision: 'approve' },
      ANNA,
      { now: now(), policy },
    );
  };
  expect(await approve(2)).toMatchObject({ status: 'approved' });
  await executeDue(app, { now: now(), policy, limit: 10 });
  await deliverDue({ ...outboxContext(pools, [sandboxNetwork(app, { latencyMs: 0 })]), now });
  expect((await short())[2]).toBe('awin 1 delivered');
  const deliveries = await app.query('select kind from sandbox_delivery');
  expect(deliveries.rows).toEqual([{ kind: 'network.extend-lock' }]);
  const holds = await app.query('select count(*)::int as n from commission_hold');
  expect(holds.rows).toEqual([{ n: 0 }]);
  days = 8.5;
  await expect(approve(4)).rejects.toMatchObject({ code: 'proposal_stale' });
});
