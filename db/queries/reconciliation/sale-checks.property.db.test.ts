import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversionStatus } from '../../../src/domain/feeds/conversion-status.ts';
import { parseMicros } from '../../../src/domain/money/micros.ts';
import { SALE_CHECKS, type Sale } from '../../../src/domain/reconciliation/check-sale.ts';
import { isDeclined } from '../../../src/domain/reconciliation/choose-conversion.ts';
import { concentratedCustomers } from '../../../src/domain/reconciliation/concentrated-customers.ts';
import { partnerAsCustomer } from '../../../src/domain/reconciliation/customer-key.ts';
import { RECONCILIATION_POLICY_DEFAULTS } from '../../../src/domain/reconciliation/reconciliation-policy.ts';
import { cloneDatabase } from '../../testing/clone-database.ts';
import { loadRows } from '../import/load-rows.ts';
import { countSaleChecks } from './count-sale-checks.ts';
import { refreshReconciliation } from './refresh-reconciliation.ts';
import { type SaleFiles, saleFiles } from './testing/sale-facts.ts';

const { pools, drop } = await cloneDatabase();
afterAll(drop);
const pool = pools.app;

/** Printed when something differs; another one makes other sales. */
const SEED = 20_261_124;
const [FILES] = fc.sample(saleFiles, { numRuns: 1, seed: SEED });
const AS_OF = new Date('2027-06-01T00:00:00Z');
const POLICY = { ...RECONCILIATION_POLICY_DEFAULTS, saleCustomerShareBps: 1_400 };
/** Of the second partner: the application's, and the one that they wrote from. */
const OTHER_ADDRESSES = ['agent@two.example', 'TwoGmail@gmail.com'];
const KINDS = Object.keys(SALE_CHECKS);

beforeAll(async () => {
  if (!FILES) throw new Error('nothing was drawn');
  const kinds = ['orders', 'refunds', 'conversions', 'rates', 'codes', 'partners', 'products'] as const;
  for (const kind of kinds) await loadRows(pool, kind, FILES[kind]);
  const [applied, wrote] = OTHER_ADDRESSES;
  await pool.query(
    `insert into application (source, external_id, received_at, applicant, sha256, email, fingerprint, status, partner_id)
     values ('form', 'x', now(), '{}', repeat('a', 64), $1, '{}', 'accepted', 'p2'),
            ('form', 'y', now(), '{}', repeat('b', 64), 'k3@shop.example', '{}', 'declined', 'p2')`,
    [applied],
  );
  await pool.query(
    `insert into mail (dedupe_key, thread_id, direction, source, received_at, from_address, raw_sha256, raw_size_bytes, parsed, partner_id)
     values ('m', gen_random_uuid(), 'in', 'import', now(), $1, repeat('a', 64), 1, '{}', 'p2')`,
    [wrote],
  );
});

async function found() {
  const { rows } = await pool.query(
    `select kind, conversion_id, expected_micros, found_micros, detail from reconciliation_exception
      where kind = any($1) order by kind, length(conversion_id), conversion_id`,
    [KINDS],
  );
  return rows;
}

/** What is counted, with what it is counted from. */
async function keptCounts() {
  const { rows } = await pool.query(`
    select (select json_agg(t order by subject, key) from reconciliation_tally t where count > 0) as tallies,
           (select json_agg(s order by order_id) from reconciliation_sale s) as sales,
           (select json_agg(c order by partner_id, customer_id) from reconciliation_customer c) as customers
  `);
  return rows[0];
}

describe('sales in the database', () => {
  it('are held against orders, rates, codes and clicks as the pure checks do', async () => {
    await refreshReconciliation(pool, { asOf: AS_OF, policy: POLICY });
    const rows = await found();
    expect(new Set(rows.map(({ kind }) => kind)).size, 'every kind occurs').toBe(KINDS.length);
    expect(rows, `seed ${SEED}`).toEqual(FILES ? expected(FILES) : []);
  });

  it('are counted, what could be told and what not', async () => {
    const sales = FILES?.conversions.map((row) => (FILES ? saleOf(FILES, row) : null)) ?? [];
    const untold = Object.entries(SALE_CHECKS).map(([kind, check]) => ({
      kind,
      notEvaluated: sales.filter((sale) => sale !== null && check(sale, POLICY) === 'not_evaluated').length,
    }));
    const counted = await countSaleChecks(pool);
    expect(counted.map(({ kind, notEvaluated }) => ({ kind, notEvaluated }))).toEqual(untold);
    expect(counted.every(({ evaluated, notEvaluated }) => evaluated + notEvaluated === sales.length)).toBe(
      true,
    );
  });

  it('name customers who made a large part of a partner’s orders', async () => {
    const { rows } = await pool.query(
      `select partner_id, detail from reconciliation_exception where kind = 'customer_concentrated' order by partner_id, detail`,
    );
    const sales =
      FILES?.conversions.map((row) => {
        const customerId = FILES.orders.find(({ order_id }) => order_id === row.order_id)?.customer_id;
        return { partnerId: row.partner_id ?? '', customerId: customerId?.trim() ?? null };
      }) ?? [];
    const large = concentratedCustomers(sales, POLICY);
    expect(large.length).toBeGreaterThan(1);
    expect(rows.map(({ partner_id, detail }) => `${partner_id} ${detail}`)).toEqual(
      large
        .map((each) => `${each.partnerId} ${each.customerId} ${each.orders}/${each.ordersOfPartner}`)
        .sort((left, right) => (left < right ? -1 : 1)),
    );
  });

  it('are held against what changed since, however it came in', async () => {
    const changed: readonly [string, string][] = [
      ['a rate', `update rate set rate_bps = 100 where partner_id = 'p2'`],
      ['a rate that ends', `update rate set ends_at = '2025-06-01' where partner_id = 'p2'`],
      ['a code', `update code set owner_partner_id = 'p2' where code = 'MINE'`],
      ['a partner', `update partner set email = 'K3@shop.example' where partner_id = 'mailless'`],
      ['a mail', `update mail set from_address = 'k3@shop.example'`],
      [
        'an application',
        `update application set status = 'accepted', email = 'two.gmail@gmail.com', partner_id = 'p1'`,
      ],
      ['an earlier order', `update order_line set ordered_at = '2025-01-03' where order_id = 'o1'`],
    ];
    for (const [what, text] of changed) {
      const before = await found();
      await pool.query(text);
      const { orders } = await refreshReconciliation(pool, { asOf: AS_OF, policy: POLICY });
      const after = await found();
      expect(orders, what).toBeGreaterThan(0);
      if (what !== 'an earlier order') expect(after, what).not.toEqual(before);
      const counts = await keptCounts();
      await refreshReconciliation(pool, { asOf: AS_OF, policy: POLICY, isRecount: true });
      expect(await found(), what).toEqual(after);
      expect(await keptCounts(), what).toEqual(counts);
    }
  });
});

function expected(files: SaleFiles) {
  return files.conversions
    .flatMap((row) =>
      Object.entries(SALE_CHECKS).flatMap(([kind, check]) => {
        const verdict = check(saleOf(files, row), POLICY);
        if (verdict === null || verdict === 'not_evaluated') return [];
        return [
          {
            kind,
            conversion_id: row.conversion_id ?? '',
            expected_micros: verdict.expectedMicros,
            found_micros: verdict.foundMicros,
            detail: verdict.detail,
          },
        ];
      }),
    )
    .sort(
      (left, right) =>
        (left.kind < right.kind ? -1 : left.kind > right.kind ? 1 : 0) ||
        left.conversion_id.length - right.conversion_id.length ||
        (left.conversion_id < right.conversion_id ? -1 : 1),
    );
}

/** What the shop and the network say of one conversion, gathered from the files one by one. */
function saleOf(files: SaleFiles, row: SaleFiles['conversions'][number]): Sale {
  const lines = files.orders.filter(({ order_id }) => order_id === row.order_id);
  const orderedAt = new Date(lines[0]?.ordered_at ?? '');
  const convertedAt = new Date(row.converted_at ?? '');
  const code = (row.code ?? lines[0]?.code ?? '').toUpperCase();
  const customerId = lines[0]?.customer_id ?? null;
  const firsts = files.orders
    .filter(({ customer_id }) => customer_id)
    .map(({ customer_id, ordered_at }) => ({ customer_id, at: new Date(ordered_at ?? '') }))
    .sort((left, right) => left.at.getTime() - right.at.getTime());
  const email = files.partners.find(({ partner_id }) => partner_id === row.partner_id)?.email;
  const addresses = [...(email ? [email] : []), ...(row.partner_id === 'p2' ? OTHER_ADDRESSES : [])];
  return {
    partnerId: row.partner_id ?? '',
    isDeclined: isDeclined({ status: conversionStatus('awin', row.status ?? '') }),
    amountMicros: parseMicros(row.amount ?? ''),
    commissionMicros: parseMicros(row.commission ?? ''),
    isSameCurrency: lines.every(({ currency }) => currency === row.currency),
    convertedAt,
    clickedAt: row.clicked_at ? new Date(row.clicked_at) : null,
    customerType: row.customer_type === 'new' || row.customer_type === 'returning' ? row.customer_type : null,
    codeOwner: files.codes.find((each) => each.code?.toUpperCase() === code)?.owner_partner_id ?? null,
    orderedAt,
    customerSince: firsts.find(({ customer_id }) => customer_id === customerId)?.at ?? null,
    historySince: firsts[0]?.at ?? null,
    customerId,
    partnerAsCustomer: addresses.flatMap(partnerAsCustomer),
    lines: lines.map((line) => saleLineOf(files, row, line)),
  };
}

function saleLineOf(
  files: SaleFiles,
  row: SaleFiles['conversions'][number],
  line: SaleFiles['orders'][number],
): Sale['lines'][number] {
  const category = files.products.find(({ sku }) => sku === line.sku)?.category;
  const at = row.converted_at ?? '';
  const rateOf = (group: string | null | undefined) =>
    files.rates
      .filter(({ partner_id, sku_group }) => partner_id === row.partner_id && sku_group === group)
      .filter(({ starts_at, ends_at }) => (starts_at ?? '') <= at && (!ends_at || ends_at > at))
      .sort((left, right) => ((left.starts_at ?? '') < (right.starts_at ?? '') ? 1 : -1))[0]?.rate_bps;
  const rate = rateOf(category) ?? rateOf('');
  const quantity = BigInt(line.quantity ?? '');
  const refunds = files.refunds.filter(
    ({ order_id, line_id }) => order_id === line.order_id && line_id === line.line_id,
  );
  const lockMs = Date.parse(line.ordered_at ?? '') + POLICY.windowDays * 86_400_000;
  const units = (isLate: boolean): bigint =>
    refunds
      .filter(({ refunded_at }) => Date.parse(refunded_at ?? '') >= lockMs === isLate)
      .reduce((total, each) => total + BigInt(each.quantity ?? ''), 0n);
  return {
    valueMicros: quantity * parseMicros(line.unit_price ?? '') - parseMicros(line.discount ?? ''),
    quantity,
    returnedInWindow: units(false),
    returnedLate: units(true),
    rateBps: rate ? BigInt(rate) : null,
  };
}
