import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensurePartitions } from '../../db/partitions.ts';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { listAmendments } from '../../db/queries/reconciliation/list-amendments.ts';
import { findRun } from '../../db/queries/runs/find-run.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import { outboxContext } from '../../db/testing/outbox-fixture.ts';
import { callTool } from '../../tools/call-tool.ts';
import { type SandboxFault, sandboxNetwork } from '../connectors/sandbox/write.ts';
import { Refusal } from '../domain/errors.ts';
import { DEFAULT_POLICY, type Policy } from '../domain/policies.ts';
import type { Principal } from '../domain/principal.ts';
import { executeDue } from '../executor/execute-due.ts';
import { decide } from '../gate/decide.ts';
import { requestRun } from '../intake/runs/request-run.ts';
import { testProcess } from '../intake/runs/testing/test-process.ts';
import { workRun } from '../intake/runs/work-run.ts';
import { checkCorrections } from '../outbox/check-corrections.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import { correctionSystems } from './correction-systems.ts';

const person = (name: string): Principal => ({ name, role: 'approver', kind: 'token' });
const ANNA = person('anna');
const BEN = person('ben');
const DAY_MS = 86_400_000;
const policy: Policy = {
  ...DEFAULT_POLICY,
  undoSeconds: 0,
  reconciliation: { ...DEFAULT_POLICY.reconciliation, networkLockDays: { awin: 25 } },
};
const database = await cloneDatabase({ max: 8 });
const { pools } = database;
const { app } = pools;
const start = Date.now();
/** Days that have passed in the story. */
let days = 0;
const now = () => new Date(Date.now() + days * DAY_MS);
const ago = (count: number) => new Date(start - count * DAY_MS);

/** An order of ten pieces at 10.00 with a commission, in units of the currency. */
async function order(id: string, age: number, commission: number, status = 'approved', partner = 'p1') {
  await app.query(
    `insert into order_line (order_id, line_id, customer_id, ordered_at, sku, quantity, unit_price_micros, currency)
     values ($1, '1', $1, $2, 'sku', 10, 10000000, 'GBP')`,
    [id, ago(age)],
  );
  await app.query(
    `insert into conversion (partner_id, network, conversion_id, order_id, converted_at, amount_micros, commission_micros,
       currency, status, status_raw) values ($1, 'awin', $2, $3, $4, 100000000, $5, 'GBP', $6, $6)`,
    [partner, `t-${id}`, id, ago(age), commission * 1e6, status],
  );
}

const refund = (order: string, age: number, quantity: number) =>
  app.query(
    `insert into refund (refund_id, order_id, line_id, quantity, amount_micros, currency, refunded_at)
     values ($1, $2, '1', $3, $4, 'GBP', $5)`,
    [`r-${order}-${age}`, order, quantity, quantity * 10_000_000, ago(age)],
  );

beforeAll(async () => {
  await app.query("insert into programme (name, currency) values ('Test', 'GBP')");
  await app.query(
    "insert into partner (partner_id, name, type, network) values ('p1', 'One', 'content', 'awin'), ('p2', 'Two', 'content', 'awin')",
  );
  await ensurePartitions(app, 'conversion', ago(120), new Date(start + 40 * DAY_MS));
  await order('whole', 20, 30);
  await refund('whole', 10, 10);
  await order('part', 20, 40, 'pending');
  await refund('part', 12, 3);
  await order('late', 90, 50, 'paid');
  await refund('late', 40, 5);
  await order('settled', 20, 60, 'paid');
  await refund('settled', 10, 10);
  await order('held', 20, 70, 'pending');
  await refund('held', 10, 10);
  await order('declined', 20, 80, 'reversed');
  await refund('declined', 10, 10);
  await order('small', 20, 9, 'pending', 'p2');
  await refund('small', 10, 10);
  const held = await app.query<{ proposal_id: string }>(
    `insert into proposal (kind, partner_id, title, summary, effect, evidence, approvals_needed, proposed_by, workflow, made_by,
       shown_hash, origin_hash, dedupe_key, created_at, expires_at, status)
     values ('commission.hold', 'p1', 't', 's', '{}', '[]', 1, 'fraud', 'fraud', '{}', repeat('a', 64), repeat('a', 64), 'k', now(),
       now() + interval '1 day', 'pending') returning proposal_id`,
  );
  await app.query(`insert into proposal_line values ($1, 'awin', 't-held', 70000000, 'GBP')`, [
    held.rows[0]?.proposal_id,
  ]);
});
afterAll(() => database.drop());

async function run(): Promise<void> {
  const deps = testProcess(database, { flagged: [] }, { callTool, now, policy });
  const runId = await requestRun(app, { workflow: 'reconciliation', cause: 'person', requestedBy: 'anna' });
  expect(await workRun(deps, runId)).toBe('worked');
  expect(await findRun(app, runId)).toMatchObject({ status: 'succeeded', failures: [] });
}

const proposals = async () => {
  const { rows } = await app.query<{ proposal_id: string }>(
    `select proposal_id from proposal where workflow = 'reconciliation' and kind <> 'network.extend-lock' order by created_at, kind desc`,
  );
  const found = await Promise.all(rows.map((row) => findProposal(app, row.proposal_id)));
  return found.flatMap((proposal) => proposal ?? []);
};
const pending = async (kind: string) =>
  (await proposals()).find((proposal) => proposal.kind === kind && proposal.status === 'pending');

async function approve(kind: string, by: Principal) {
  const found = await pending(kind);
  if (!found) throw new Error(`no ${kind} waits`);
  return decide(app, { proposalId: found.id, shownHash: found.shownHash, decision: 'approve' }, by, {
    now: now(),
    policy,
  });
}

async function carryOut(fault: () => SandboxFault | null = () => null): Promise<void> {
  await executeDue(app, { now: now(), policy, limit: 10 });
  await deliverDue({ ...outboxContext(pools, [sandboxNetwork(app, { latencyMs: 0, fault })]), now });
}

it('asks to correct what came back before the lock, and to claw back what came back after it', async () => {
  await run();
  const found = await proposals();
  expect(found.map(({ kind, money }) => [kind, money?.micros])).toEqual([
    ['commission.correct', '42000000'],
    ['commission.clawback', '25000000'],
  ]);
  const [correction, clawback] = found;
  const told = JSON.stringify(correction?.evidence);
  expect(told).toContain('GBP 30.00 → GBP 0.00');
  expect(told).toContain('GBP 40.00 → GBP 28.00');
  // Paid by the network, still to be locked by it; held and declined ones are nobody’s business here.
  expect(told).toContain('1 more orders (GBP 60.00)');
  expect(told).toContain('Locks within 7 days');
  expect(told).not.toMatch(/t-held|t-declined/);
  expect(JSON.stringify(clawback?.evidence)).toMatch(/20 days after the lock, GBP 25.00/);
});

it('corrects what the reconciliation says, but for what others hold or was paid', async () => {
  const { rows } = await app.query<{ conversion_id: string; micros: bigint }>(
    `select conversion_id, commission_micros as micros from proposal_line join proposal using (proposal_id)
      where kind = 'commission.correct'`,
  );
  const corrected = new Map(rows.map((row) => [row.conversion_id, row.micros]));
  const amendments = await listAmendments(app, { partnerId: 'p1', limit: 100 });
  expect(amendments.map(({ conversionId }) => conversionId).sort()).toEqual([
    't-held',
    't-part',
    't-settled',
    't-whole',
  ]);
  for (const { conversionId, beforeMicros, afterMicros } of amendments) {
    if (['t-held', 't-settled'].includes(conversionId)) expect(corrected.has(conversionId)).toBe(false);
    else expect(corrected.get(conversionId)).toBe(beforeMicros - afterMicros);
  }
});

it('proposes nothing twice', async () => {
  await run();
  expect(await proposals()).toHaveLength(2);
});

it('is stale once another return came in, and is asked for anew', async () => {
  await refund('part', 11, 1);
  const deps = testProcess(database, { flagged: [] }, { callTool, now, policy });
  expect(deps.policy.undoSeconds).toBe(0);
  const old = await pending('commission.correct');
  await run();
  expect(await findProposal(app, old?.id ?? '')).toMatchObject({ status: 'superseded' });
  expect((await pending('commission.correct'))?.money?.micros).toBe('46000000');
});

it('is refused at the gate when the feed moved on after the plan', async () => {
  await app.query(`update conversion set amount_micros = 90000000 where conversion_id = 't-part'`);
  await expect(approve('commission.correct', ANNA)).rejects.toMatchObject({ code: 'proposal_stale' });
  await app.query(`update conversion set amount_micros = 100000000 where conversion_id = 't-part'`);
});

it('tells the network once, though an answer was lost, and sees that it stands', async () => {
  await approve('commission.correct', ANNA);
  let calls = 0;
  await carryOut(() => {
    calls += 1;
    return calls === 1 ? 'lose-answer' : null;
  });
  await app.query(`update outbox set next_attempt_at = now()`);
  await carryOut();
  const done = (await proposals()).find(({ status }) => status === 'delivered');
  expect(done?.kind).toBe('commission.correct');
  const { rows } = await app.query('select kind from sandbox_delivery');
  expect(rows).toEqual([{ kind: 'commission.correct' }]);
  const shown = await app.query(
    `select transaction_id as id, state ->> 'status' as status, state ->> 'commission' as commission, state ->> 'sale' as sale
       from sandbox_transaction order by 1`,
  );
  expect(shown.rows).toEqual([
    { id: 't-part', status: 'pending', commission: '24000000', sale: '60000000' },
    { id: 't-whole', status: 'reversed', commission: '0', sale: '0' },
  ]);
  const { lookers } = correctionSystems(app, { writers: [], now });
  const check = { pool: app, lookers, log: pino({ level: 'silent' }), now };
  expect(await checkCorrections(check)).toBe(1);
  expect(await checkCorrections(check)).toBe(0);
  const checks = await app.query('select state, count(*)::int as n from correction_check group by state');
  expect(checks.rows).toEqual([{ state: 'done', n: 2 }]);
});

it('asks nothing more about what was corrected', async () => {
  // The network reports what is left, a little differently rounded: the return is not taken once more.
  await app.query(
    `update conversion set commission_micros = 24005000, amount_micros = 60000000 where conversion_id = 't-part'`,
  );
  days = 1;
  await run();
  expect(await pending('commission.correct')).toBeUndefined();
  const { rows } = await app.query(
    `select earned_micros, reversed_micros from reconciliation_line where order_id = 'part'`,
  );
  expect(rows).toEqual([{ earned_micros: 40_000_000n, reversed_micros: 16_000_000n }]);
});

it('needs two people above the limit, claws back once, and books it', async () => {
  const strict: Policy = { ...policy, twoPersonAboveMicros: '1000000' };
  const one = await pending('commission.clawback');
  if (!one) throw new Error('no clawback waits');
  const decision = { proposalId: one.id, shownHash: one.shownHash, decision: 'approve' } as const;
  const context = { now: now(), policy: strict };
  await expect(decide(app, decision, { ...ANNA, name: 'reconciliation' }, context)).rejects.toBeInstanceOf(
    Refusal,
  );
  expect(await decide(app, decision, ANNA, context)).toMatchObject({ status: 'pending', approvals: 1 });
  expect(await decide(app, decision, BEN, context)).toMatchObject({ status: 'approved' });
  await carryOut();
  const { rows } = await app.query(
    `select account, amount_micros from ledger_entry join ledger_transaction using (transaction_id)
      where kind = 'clawback' order by account`,
  );
  expect(rows).toEqual([
    { account: 'commission_cost', amount_micros: 25_000_000n },
    { account: 'receivable', amount_micros: -25_000_000n },
  ]);
  await run();
  expect((await proposals()).filter(({ status }) => status === 'pending')).toEqual([]);
});
