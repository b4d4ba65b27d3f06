import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadRows } from '../../../db/queries/import/load-rows.ts';
import { correctionPlan } from '../../../db/queries/reconciliation/correction-plan.ts';
import { refreshReconciliation } from '../../../db/queries/reconciliation/refresh-reconciliation.ts';
import { DECISIONS, DENIED_CODES, decide } from '../../../db/queries/reconciliation/testing/denied-world.ts';
import { cloneDatabase } from '../../../db/testing/clone-database.ts';
import { DEFAULT_POLICY } from '../../../src/domain/policies.ts';
import type { ToolContext } from '../../define-tool.ts';
import { openReturnCase } from './open-return-case.ts';
import { returnEvidence } from './return-evidence.ts';
import { returnFacts } from './return-facts.ts';

const { pools, drop } = await cloneDatabase();
afterAll(drop);
const now = new Date('2026-03-10T00:00:00Z');
const context: ToolContext = {
  db: pools.agent,
  runId: null,
  now,
  policy: DEFAULT_POLICY,
  programmeCurrency: 'GBP',
};

const order = (order_id: string, ordered_at: string) => ({
  order_id,
  line_id: '1',
  ordered_at,
  sku: 'shirt',
  quantity: '4',
  unit_price: '100',
  currency: 'GBP',
});
const sale = (order_id: string, converted_at: string, code: string | null) => ({
  conversion_id: `t-${order_id}`,
  network: 'awin',
  partner_id: 'p2',
  order_id,
  converted_at,
  amount: '400',
  commission: '40',
  currency: 'GBP',
  status: 'approved',
  code,
});
const refund = (order_id: string, refunded_at: string) => ({
  refund_id: `r-${order_id}`,
  order_id,
  line_id: '1',
  quantity: '1',
  amount: '100',
  currency: 'GBP',
  refunded_at,
});

beforeAll(async () => {
  await loadRows(pools.app, 'partners', [{ partner_id: 'p2', name: 'Two' }]);
  await loadRows(pools.app, 'codes', DENIED_CODES);
  await loadRows(pools.app, 'orders', [
    order('early', '2026-01-10T00:00:00Z'),
    order('denied', '2026-02-20T00:00:00Z'),
    order('back', '2026-02-20T00:00:00Z'),
    order('slow', '2026-01-15T00:00:00Z'),
  ]);
  await loadRows(pools.app, 'conversions', [
    sale('early', '2026-01-10T00:00:00Z', 'ZERO15'),
    sale('denied', '2026-02-20T00:00:00Z', ' zero15'),
    sale('back', '2026-02-20T00:00:00Z', null),
    // Reported so late that its lock was over.
    sale('slow', '2026-02-20T00:00:00Z', 'ZERO15'),
  ]);
  await loadRows(pools.app, 'refunds', [
    refund('denied', '2026-03-01T00:00:00Z'),
    refund('back', '2026-03-01T00:00:00Z'),
    refund('slow', '2026-02-01T00:00:00Z'),
  ]);
  await decide(pools.app, DECISIONS.zero);
  await refreshReconciliation(pools.app, { asOf: now, policy: DEFAULT_POLICY.reconciliation });
});

it('asks for what a decision denies, from its day on, beside what came back, and names the decision', async () => {
  const found = await openReturnCase(context, 'awin/p2');
  const groups = found.groups.map(({ kind, micros, rows }) => [
    kind,
    micros,
    rows.map(({ orderId }) => orderId).sort(),
  ]);
  // Denied as a whole though a unit came back later; of the slow one the unit before is the return's, the rest is denied.
  expect(groups).toEqual([
    ['commission.correct', 60_000_000n, ['back', 'denied', 'slow']],
    ['commission.clawback', 30_000_000n, ['slow']],
  ]);
  const facts = returnFacts(found);
  expect(facts).toMatchObject({
    correctCount: 3,
    deniedCorrections: 1,
    clawbackCount: 1,
    deniedClawbacks: 1,
  });
  for (const group of found.groups) {
    const told = JSON.stringify(returnEvidence(found, group, [], null));
    expect(told).toContain(DECISIONS.zero.proposalId);
    expect(told).toContain('in force since 2026-01-15');
    expect(told).not.toContain('early');
  }
});

it('tells the network that the denied sale is not payable, and of the others that they came back', async () => {
  const plan = await correctionPlan(pools.agent, {
    partnerId: 'p2',
    network: 'awin',
    conversionIds: ['t-denied', 't-back', 't-slow'],
    proposalId: null,
  });
  expect(
    plan.map(({ orderRef, reason, after, items }) => [
      orderRef,
      reason,
      after.status,
      after.commission,
      items?.[0]?.quantity,
    ]),
  ).toEqual([
    ['denied', 'not_payable', 'reversed', '0', 0],
    ['slow', 'partly_returned', 'approved', '30000000', 3],
    ['back', 'partly_returned', 'approved', '30000000', 3],
  ]);
});
