import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { DenyingDecision } from '../../../src/domain/reconciliation/programme-facts.ts';
import { cloneDatabase } from '../../testing/clone-database.ts';
import { liftCouponRules } from '../coupons/lift-coupon-rules.ts';
import { loadRows } from '../import/load-rows.ts';
import { refreshReconciliation } from './refresh-reconciliation.ts';
import { type AwkwardFiles, awkwardFiles, dayAfterStart } from './testing/awkward-facts.ts';
import { DECISIONS, DENIED_CLICKS, DENIED_CODES, DENIED_PARTNERS, decide } from './testing/denied-world.ts';
import {
  expectedBalances,
  expectedDenials,
  expectedLines,
  EXPECTED_POLICY as POLICY,
} from './testing/expected-account.ts';
import { changedBy, prefixed, together } from './testing/prefixed.ts';

const { pools, drop } = await cloneDatabase();
afterAll(drop);
const pool = pools.app;

/** Printed when something differs; another one makes other programmes. */
const SEED = 20_261_123;
const PROGRAMMES = 120;
const drawn = (seed: number): AwkwardFiles =>
  together(
    fc
      .sample(awkwardFiles, { numRuns: PROGRAMMES, seed })
      .map((files, index) => prefixed(files, `g${index}-`)),
  );
const BEFORE = drawn(SEED);
const LATER = drawn(SEED + 1);

/** What has been decided so far. */
let decided: DenyingDecision[] = [];

/** What the ledger holds by line and account, where it is not nothing. */
async function bookedByAccount() {
  const { rows } = await pool.query(`
    select order_id, line_id, partner_id, currency, account, sum(amount_micros)::bigint as amount
      from ledger_entry group by order_id, line_id, partner_id, currency, account having sum(amount_micros) <> 0
     order by order_id collate "C", line_id collate "C", account
  `);
  return rows;
}

async function load(files: AwkwardFiles): Promise<void> {
  await loadRows(pool, 'products', files.products);
  await loadRows(pool, 'refunds', files.refunds);
  await loadRows(pool, 'conversions', files.conversions);
  await loadRows(pool, 'orders', files.orders);
}

/** The kept lines, in a fixed order. */
async function keptLines() {
  const { rows } = await pool.query(`
    select order_id, line_id, network, conversion_id, partner_id, currency, lock_at, earned_micros, reversed_micros,
           clawback_micros, leaked_micros, fifo_reversed_micros, fifo_clawback_micros, fifo_leaked_micros, state, reason
      from reconciliation_line order by order_id collate "C", line_id collate "C"
  `);
  return rows;
}

async function keptDenials(): Promise<string[]> {
  const { rows } = await pool.query<{ order_id: string; detail: string }>(
    `select order_id, detail from reconciliation_exception where kind = 'commission_denied'`,
  );
  return rows.map(({ order_id, detail }) => `${order_id} ${detail}`).sort();
}

describe('reconciliation in the database', () => {
  it('agrees with the pure account to the micro, at every as-of on the way and after changes', async () => {
    await loadRows(pool, 'partners', DENIED_PARTNERS);
    await loadRows(pool, 'codes', DENIED_CODES);
    await loadRows(pool, 'clicks', DENIED_CLICKS);
    await load(BEFORE);
    expect(await agreesAt(BEFORE, 30)).toBeNull();
    expect(await agreesAt(BEFORE, 55)).toBeGreaterThan(0);
    await load(LATER);
    const changed = changedBy(BEFORE, LATER);
    // As many marks as this are looked up order by order, so that it is the incremental way that is compared.
    for (const day of [55, 56, 75, 140]) expect(await agreesAt(changed, day)).toBeGreaterThan(0);
    await awkwardEnough();

    const kept = await everythingKept();
    await refreshReconciliation(pool, { asOf: dayAfterStart(140), policy: POLICY, isRecount: true });
    expect(await everythingKept()).toEqual(kept);
    const shuffled = fc.sample(
      fc.shuffledSubarray(changed.refunds, { minLength: changed.refunds.length }),
      1,
    );
    await load({ ...changed, refunds: shuffled[0] ?? [], orders: changed.orders.toReversed() });
    await refreshReconciliation(pool, { asOf: dayAfterStart(140), policy: POLICY });
    expect(await everythingKept()).toEqual(kept);
  }, 120_000);

  it('takes what decisions deny, once, beside what came back, and gives it back when they are lifted', async () => {
    const files = changedBy(BEFORE, LATER);
    expect(await keptDenials()).toEqual([]);
    await decide(pool, DECISIONS.zero);
    decided = [DECISIONS.zero];
    expect(await agreesAt(files, 141)).toBeGreaterThan(0);
    await decide(pool, DECISIONS.retired);
    await decide(pool, DECISIONS.site);
    decided = Object.values(DECISIONS);
    expect(await agreesAt(files, 142)).toBeGreaterThan(0);
    await deniedEnough();

    const kept = await everythingKept();
    await refreshReconciliation(pool, { asOf: dayAfterStart(142), policy: POLICY, isRecount: true });
    expect(await everythingKept()).toEqual(kept);

    await pool.query(`update partner set website = 'https://elsewhere.example' where partner_id = 'p2'`);
    await refreshReconciliation(pool, { asOf: dayAfterStart(142), policy: POLICY });
    expect(await keptDenials()).not.toEqual(expectedDenials(files, decided, dayAfterStart(142)));
    await pool.query(`update partner set website = 'https://shop.bad.example' where partner_id = 'p2'`);
    expect(await agreesAt(files, 142)).toBeGreaterThan(0);

    for (const { proposalId } of decided) await liftCouponRules(pool, proposalId, dayAfterStart(142));
    decided = [];
    expect(await agreesAt(files, 142)).toBeGreaterThan(0);
  }, 120_000);

  it('does not go back', async () => {
    const kept = await everythingKept();
    expect(await refreshReconciliation(pool, { asOf: dayAfterStart(20), policy: POLICY })).toEqual({
      orders: null,
      isKept: false,
    });
    expect(await everythingKept()).toEqual(kept);
  });

  it('books everything back when every row is gone', async () => {
    await pool.query('truncate conversion, order_line, refund, customer_first_order');
    await refreshReconciliation(pool, { asOf: dayAfterStart(143), policy: POLICY });
    expect(await keptLines()).toEqual([]);
    expect(await bookedByAccount()).toEqual([]);
  });

  /** @returns how many orders were reckoned; `null` when all were. */
  async function agreesAt(files: AwkwardFiles, day: number): Promise<number | null> {
    const asOf = dayAfterStart(day);
    const { orders } = await refreshReconciliation(pool, { asOf, policy: POLICY });
    expect(await keptLines(), `seed ${SEED}`).toEqual(expectedLines(files, decided, asOf));
    expect(await bookedByAccount(), `seed ${SEED}`).toEqual(expectedBalances(files, decided, asOf));
    const { rows } = await pool.query(`
      select kind, n, count from (select kind, count(*) as n from reconciliation_exception group by kind) found
        full join (select key as kind, count from reconciliation_tally where subject = 'exception' and count <> 0) kept using (kind)
       where n is distinct from count
    `);
    expect(rows, 'counts that are kept and counts that are counted').toEqual([]);
    expect(await keptDenials(), `seed ${SEED}`).toEqual(expectedDenials(files, decided, asOf));
    return orders;
  }

  /** Beside returns before and after, in the window and late, by each decision. */
  async function deniedEnough(): Promise<void> {
    const { rows } = await pool.query(`
      select count(*) filter (where n.kind = 'reversed') > 10 as in_window, count(*) filter (where n.kind = 'clawback') > 3 as late,
             count(*) filter (where n.kind = 'leaked') > 0 as leaked, count(distinct n.refund_id) = 3 as by_each,
             count(*) filter (where n.amount_micros < l.earned_micros) > 3 as beside_returns,
             count(*) filter (where exists (
               select from reconciliation_note r
                where r.order_id = n.order_id and r.line_id = n.line_id and r.matching <> 'decision' and r.amount_micros = 0
             )) > 3 as before_returns
        from reconciliation_note n
        join reconciliation_line l using (order_id, line_id)
       where n.matching = 'decision'
    `);
    expect(rows[0]).toEqual({
      in_window: true,
      late: true,
      leaked: true,
      by_each: true,
      beside_returns: true,
      before_returns: true,
    });
  }

  /** That programmes without returns agree would say little. */
  async function awkwardEnough(): Promise<void> {
    const { rows } = await pool.query(`
      select count(*) filter (where reversed_micros > 0 and reversed_micros < earned_micros) > 10 as partly,
             count(*) filter (where clawback_micros > 0) > 10 as late, count(*) filter (where leaked_micros > 0) > 10 as leaked,
             count(*) filter (where fifo_clawback_micros <> clawback_micros) > 10 as banded,
             count(distinct state) = 6 as every_state
        from reconciliation_line
    `);
    expect(rows[0]).toEqual({ partly: true, late: true, leaked: true, banded: true, every_state: true });
  }
});

async function everythingKept() {
  const { rows } = await pool.query(`
    select (select json_agg(l order by order_id, line_id) from reconciliation_line l) as lines,
           (select json_agg(n order by order_id, line_id, refund_id, refund_line_id) from reconciliation_note n) as notes,
           (select json_agg(t order by subject, key) from reconciliation_tally t where count <> 0) as tallies,
           (select count(*) from ledger_transaction) as transactions
  `);
  return rows[0];
}
