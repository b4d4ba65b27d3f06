import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadRows } from '../../../db/queries/import/load-rows.ts';
import { findProposal } from '../../../db/queries/proposals/find-proposal.ts';
import { refreshReconciliation } from '../../../db/queries/reconciliation/refresh-reconciliation.ts';
import { cloneDatabase } from '../../../db/testing/clone-database.ts';
import { outboxContext } from '../../../db/testing/outbox-fixture.ts';
import { sandboxNetwork } from '../../../src/connectors/sandbox/write.ts';
import { DEFAULT_POLICY, type Policy } from '../../../src/domain/policies.ts';
import { noteAmounts } from '../../../src/domain/reconciliation/note-amounts.ts';
import { executeDue } from '../../../src/executor/execute-due.ts';
import { decide } from '../../../src/gate/decide.ts';
import { deliverDue } from '../../../src/outbox/deliver-due.ts';
import { callTool } from '../../call-tool.ts';
import type { ToolContext } from '../../define-tool.ts';
import { proposeClawback } from '../propose-clawback.ts';
import { proposeCorrection } from '../propose-correction.ts';

const { pools, drop } = await cloneDatabase();
afterAll(drop);
const { app } = pools;

/** Printed when something differs; another one makes another story. */
const SEED = 20_261_125;
const ORDERS = 60;
const ROUNDS = 6;
const QUANTITY = 7;
const DAY_MS = 86_400_000;
const START = new Date();
const ago = (days: number): Date => new Date(START.getTime() - days * DAY_MS);
const policy: Policy = {
  ...DEFAULT_POLICY,
  undoSeconds: 0,
  caps: { ...DEFAULT_POLICY.caps, perPartnerPerDayMicros: '1000000000000', perDayMicros: '1000000000000' },
  reconciliation: { ...DEFAULT_POLICY.reconciliation, proposalMinMicros: '1' },
};

interface Sent {
  readonly order: number;
  /** Days after the order; some before the lock, some after, and not in the order in which they become known. */
  readonly after: number;
  readonly quantity: number;
}
interface Round {
  readonly returns: readonly Sent[];
  readonly isCorrected: boolean;
  readonly isClawedBack: boolean;
  /** Whether the network's next feed shows what it was told, and by how much it rounds, in micros. */
  readonly shows: number | null;
}
const round: fc.Arbitrary<Round> = fc.record({
  returns: fc.array(
    fc.record({
      order: fc.integer({ min: 0, max: ORDERS - 1 }),
      after: fc.constantFrom(3, 10, 29, 31, 45, 80),
      quantity: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 25, maxLength: 40 },
  ),
  isCorrected: fc.boolean(),
  isClawedBack: fc.boolean(),
  shows: fc.constantFrom(null, 0, 4_000),
});
const [STORY = []] = fc.sample(fc.array(round, { minLength: ROUNDS, maxLength: ROUNDS }), {
  numRuns: 1,
  seed: SEED,
});
/** Odd ones, so that most shares do not come out even. */
const commissionOf = (order: number): bigint => 10_000_001n + BigInt(order) * 7_777_777n;

let context: ToolContext;
beforeAll(async () => {
  await app.query("insert into programme (name, currency) values ('Test', 'GBP')");
  await loadRows(app, 'partners', [{ partner_id: 'p1', name: 'One', network: 'awin' }]);
  const orders = Array.from({ length: ORDERS }, (_, order) => order);
  await loadRows(
    app,
    'orders',
    orders.map((order) => ({
      order_id: `o${order}`,
      line_id: '1',
      ordered_at: ago(100).toISOString(),
      sku: 'sku',
      quantity: String(QUANTITY),
      unit_price: '30',
      currency: 'GBP',
    })),
  );
  await loadRows(
    app,
    'conversions',
    orders.map((order) => ({
      conversion_id: `t${order}`,
      network: 'awin',
      partner_id: 'p1',
      order_id: `o${order}`,
      converted_at: ago(100).toISOString(),
      amount: '210',
      commission: `${Number(commissionOf(order)) / 1e6}`,
      currency: 'GBP',
      status: 'approved',
    })),
  );
  const { rows } = await app.query<{ run_id: string }>(
    "insert into run (workflow, cause, requested_by) values ('reconciliation', 'person', 'test') returning run_id",
  );
  context = {
    db: pools.agent,
    runId: rows[0]?.run_id ?? null,
    now: START,
    policy,
    programmeCurrency: 'GBP',
  };
});

let refunds = 0;
async function sendBack({ order, after, quantity }: Sent): Promise<void> {
  refunds += 1;
  await app.query(
    `insert into refund (refund_id, order_id, line_id, quantity, amount_micros, currency, refunded_at)
     values ($1, $2, '1', $3, 0, 'GBP', $4)`,
    [`r${refunds}`, `o${order}`, quantity, ago(100 - after)],
  );
}

/** Proposed, approved by a person, executed, delivered. @returns what was asked for, micros; `null` for nothing. */
async function askFor(tool: typeof proposeCorrection | typeof proposeClawback): Promise<string | null> {
  await refreshReconciliation(app, { asOf: new Date(), policy: policy.reconciliation });
  const now = new Date();
  const { proposals } = await callTool(
    tool,
    {
      caseKey: 'awin/p1',
      title: 'Take it back',
      summary: 'It came back.',
      note: null,
      answers: null,
      madeBy: { engine: 'embedded@1', prompt: null },
    },
    { ...context, now },
  );
  const found = await findProposal(app, proposals[0]?.proposalId ?? '00000000-0000-4000-8000-000000000000');
  if (!found) return null;
  const [anna, ben] = ['anna', 'ben'].map((name) => ({ name, role: 'approver', kind: 'token' }) as const);
  for (const by of found.approvalsNeeded > 1 ? [anna, ben] : [anna]) {
    if (!by) continue;
    await decide(app, { proposalId: found.id, shownHash: found.shownHash, decision: 'approve' }, by, {
      now,
      policy,
    });
  }
  expect(await executeDue(app, { now: new Date(), policy })).toMatchObject({ executed: 1, failed: [] });
  await deliverDue({
    ...outboxContext(pools, [sandboxNetwork(app, { latencyMs: 0 })]),
    now: () => new Date(),
  });
  expect(await findProposal(app, found.id)).toMatchObject({ status: 'delivered' });
  return found.money?.micros ?? null;
}

/** The network's feed as it is after what it was told, a little differently rounded. */
const show = (rounding: number) =>
  app.query(
    `update conversion c
        set commission_micros = (state ->> 'commission')::bigint + case when state ->> 'status' = 'reversed' then 0 else $1 end,
            amount_micros = (state ->> 'sale')::bigint, status = state ->> 'status'
       from sandbox_transaction s
      where s.network = c.network and s.transaction_id = c.conversion_id`,
    [rounding],
  );

it('asks for the difference each time, and ends where one correction and one clawback of everything would', async () => {
  for (const { returns, isCorrected, isClawedBack, shows } of STORY) {
    for (const each of returns) await sendBack(each);
    if (isCorrected) await askFor(proposeCorrection);
    if (isClawedBack) await askFor(proposeClawback);
    if (shows !== null) await show(shows);
  }
  await askFor(proposeCorrection);
  await askFor(proposeClawback);
  expect(await askFor(proposeCorrection)).toBeNull();
  expect(await askFor(proposeClawback)).toBeNull();

  const sent = Map.groupBy(
    STORY.flatMap(({ returns }) => returns),
    ({ order }) => order,
  );
  const { rows } = await app.query(`
    select conversion_id, sum(amount_micros)::bigint as taken,
           coalesce(sum(amount_micros) filter (where kind = 'correct'), 0)::bigint as corrected,
           count(*) filter (where kind = 'correct')::int as corrections, count(*) filter (where kind = 'clawback')::int as clawbacks
      from commission_hold group by conversion_id order by conversion_id
  `);
  expect(rows.length).toBe(sent.size);
  for (const { conversion_id: id, taken } of rows) {
    const order = Number(id.slice(1));
    const units = (sent.get(order) ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
    const [all] = noteAmounts(commissionOf(order), BigInt(QUANTITY), [BigInt(Math.min(units, QUANTITY))]);
    expect(taken, `seed ${SEED}, ${id}`).toBe(all);
  }
  expect(rows.filter(({ corrections }) => corrections > 1).length).toBeGreaterThan(5);
  expect(rows.filter(({ clawbacks }) => clawbacks > 1).length).toBeGreaterThan(5);

  const shown = await app.query(`select transaction_id as id, state from sandbox_transaction`);
  for (const { id, state } of shown.rows) {
    const corrected = rows.find(({ conversion_id }) => conversion_id === id)?.corrected;
    const left = commissionOf(Number(id.slice(1))) - corrected;
    expect(state.commission, id).toBe(left.toString());
    expect(state.sale, id).toBe(((210_000_000n * left) / commissionOf(Number(id.slice(1)))).toString());
    expect(state.status, id).toBe(left === 0n ? 'reversed' : 'approved');
  }
}, 120_000);

it('gives each correction a key of its own, and books each clawback once, at zero', async () => {
  const keys = await app.query(
    'select count(*)::int as lines, count(distinct correction_key)::int as keys from correction_line',
  );
  expect(keys.rows[0]?.keys).toBe(keys.rows[0]?.lines);
  const books = await app.query(`
    select (select count(*)::int from (
             select from ledger_entry group by transaction_id, currency having sum(amount_micros) <> 0) odd) as unbalanced,
           (select -sum(amount_micros) from ledger_entry where account = 'receivable')::bigint as asked,
           (select sum(amount_micros) from commission_hold where kind = 'clawback')::bigint as clawed_back
  `);
  expect(books.rows[0]).toEqual({
    unbalanced: 0,
    asked: books.rows[0]?.clawed_back,
    clawed_back: expect.any(BigInt),
  });
  // What a network is told came back adds up to what did.
  const told = await app.query(`
    select transaction_id as id, sum((item ->> 'quantity')::int)::int as units
      from correction_line cross join jsonb_array_elements(correction -> 'returned') item group by transaction_id
  `);
  const kept = await app.query(
    `select conversion_id as id, returned_in_window::int as units from reconciliation_line where returned_in_window > 0`,
  );
  const known = new Map(kept.rows.map(({ id, units }) => [id, units]));
  for (const { id, units } of told.rows) expect(units, id).toBeLessThanOrEqual(known.get(id));
});
