import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensurePartitions } from '../../db/partitions.ts';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import { outboxContext } from '../../db/testing/outbox-fixture.ts';
import { callTool } from '../../tools/call-tool.ts';
import { AwinCredentials } from '../connectors/awin/awin-client.ts';
import { type FakeAwin, startFakeAwin } from '../connectors/awin/testing/fake-awin.ts';
import { awinWriter } from '../connectors/awin/write.ts';
import { madeUpSurroundings } from '../connectors/http/testing/made-up-surroundings.ts';
import { DEFAULT_POLICY, type Policy } from '../domain/policies.ts';
import { executeDue } from '../executor/execute-due.ts';
import { decide } from '../gate/decide.ts';
import { requestRun } from '../intake/runs/request-run.ts';
import { testProcess } from '../intake/runs/testing/test-process.ts';
import { workRun } from '../intake/runs/work-run.ts';
import { checkCorrections } from '../outbox/check-corrections.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import { pollJobs } from '../outbox/poll-jobs.ts';
import { correctionSystems } from './correction-systems.ts';

const ANNA = { name: 'anna', role: 'approver', kind: 'token' } as const;
const DAY_MS = 86_400_000;
const policy: Policy = { ...DEFAULT_POLICY, undoSeconds: 0 };
const database = await cloneDatabase({ max: 8 });
const { pools } = database;
const { app } = pools;
const now = () => new Date();
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
const log = pino({ level: 'silent' });
let awin: FakeAwin;
let systems: ReturnType<typeof correctionSystems>;

async function plant(id: number, returned: number): Promise<void> {
  const order = `o${id}`;
  await app.query(
    `insert into order_line (order_id, line_id, ordered_at, sku, quantity, unit_price_micros, currency)
     values ($1, '1', $2, 'sku', 10, 10000000, 'GBP')`,
    [order, ago(10)],
  );
  await app.query(
    `insert into conversion (partner_id, network, conversion_id, order_id, converted_at, amount_micros, commission_micros,
       currency, status, status_raw) values ('p1', 'awin', $1, $2, $3, 100000000, 10000000, 'GBP', 'pending', 'pending')`,
    [String(id), order, ago(10)],
  );
  await app.query(
    `insert into refund (refund_id, order_id, line_id, quantity, amount_micros, currency, refunded_at)
     values ($1, $1, '1', $2, 1, 'GBP', $3)`,
    [order, returned, ago(3)],
  );
}

beforeAll(async () => {
  const clock = madeUpSurroundings(Date.now());
  const sale = (id: number) => ({
    id,
    publisherId: 7,
    commissionStatus: 'pending',
    commissionAmount: { amount: 10, currency: 'GBP' },
    saleAmount: { amount: 100, currency: 'GBP' },
    transactionDate: ago(10).toISOString().slice(0, 19),
    validationDate: null,
  });
  awin = await startFakeAwin([sale(1), sale(2)], clock);
  const credentials = AwinCredentials.parse({
    advertiserId: '1001',
    token: 'token-of-awin',
    baseUrl: awin.baseUrl,
  });
  const writer = awinWriter(credentials, { surroundings: clock, timeoutSeconds: 5 });
  systems = correctionSystems(app, { writers: [writer], now });
  await app.query("insert into programme (name, currency) values ('Test', 'GBP')");
  await app.query(
    "insert into partner (partner_id, name, type, network) values ('p1', 'One', 'content', 'awin')",
  );
  await ensurePartitions(app, 'conversion', ago(30), new Date());
  await plant(1, 10);
  await plant(2, 4);
});
afterAll(async () => {
  await awin.close();
  await database.drop();
});

async function proposed(): Promise<{ proposalId: string; shownHash: string }> {
  const deps = testProcess(database, { flagged: [] }, { callTool, now, policy });
  await workRun(
    deps,
    await requestRun(app, { workflow: 'reconciliation', cause: 'person', requestedBy: 'anna' }),
  );
  const { rows } = await app.query<{ proposal_id: string; shown_hash: string }>(
    `select proposal_id, shown_hash from proposal where status = 'pending'`,
  );
  const [row] = rows;
  if (!row) throw new Error('nothing was proposed');
  return { proposalId: row.proposal_id, shownHash: row.shown_hash };
}

it('writes an approved plan to the network whose credentials are here, journals each row, and reads it again', async () => {
  const one = await proposed();
  await decide(app, { ...one, decision: 'approve' }, ANNA, { now: now(), policy, networks: ['awin'] });
  await executeDue(app, { now: now(), policy, limit: 10 });
  const context = { ...outboxContext(pools, systems.targets), now };
  await deliverDue(context);
  await deliverDue(context);
  expect((await findProposal(app, one.proposalId))?.status).toBe('delivered');
  expect([...awin.changes].sort()).toEqual(['amend 2', 'decline 1']);
  expect(
    awin.transactions.map(({ id, commissionStatus, saleAmount }) => [
      id,
      commissionStatus,
      saleAmount.amount,
    ]),
  ).toEqual([
    [1, 'declined', 100],
    [2, 'pending', 60],
  ]);
  const receipts = await app.query(`select body ->> 'accepted' as accepted from receipt`);
  expect(receipts.rows).toEqual([{ accepted: '2' }]);
  const journal = await app.query(
    `select entry ->> 'state' as state, count(*)::int as n from correction_journal group by 1`,
  );
  expect(journal.rows).toEqual([{ state: 'accepted', n: 2 }]);

  const check = { pool: app, lookers: systems.lookers, log, now };
  // Awin still works on it, as far as anybody asked.
  expect(await checkCorrections(check)).toBe(0);
  expect(await pollJobs(check)).toBe(1);
  expect(await checkCorrections(check)).toBe(1);
  const checks = await app.query('select count(*)::int as n from correction_check');
  expect(checks.rows).toEqual([{ n: 2 }]);
  expect(awin.exceeded).toEqual([]);
});

it('sends nothing of the demo programme to a real network', async () => {
  await app.query('update programme set is_demo = true');
  await plant(3, 10);
  const one = await proposed();
  await decide(app, { ...one, decision: 'approve' }, ANNA, { now: now(), policy, networks: ['awin'] });
  const { rows } = await app.query('select target from outbox where proposal_id = $1', [one.proposalId]);
  expect(rows).toEqual([{ target: 'sandbox' }]);
  await executeDue(app, { now: now(), policy, limit: 10 });
});

it('sends no row that somebody changed after the approval', async () => {
  await app.query('update programme set is_demo = false');
  await plant(4, 10);
  const one = await proposed();
  await decide(app, { ...one, decision: 'approve' }, ANNA, { now: now(), policy, networks: ['awin'] });
  await executeDue(app, { now: now(), policy, limit: 10 });
  await app.query(
    `update correction_line set correction = jsonb_set(correction, '{after,commission}', '"1"') where proposal_id = $1`,
    [one.proposalId],
  );
  const before = awin.changes.length;
  await deliverDue({ ...outboxContext(pools, systems.targets), now });
  expect(awin.changes.length).toBe(before);
  expect((await findProposal(app, one.proposalId))?.status).not.toBe('delivered');
});
