import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensurePartitions } from '../../db/partitions.ts';
import { refreshReconciliation } from '../../db/queries/reconciliation/refresh-reconciliation.ts';
import { LeakageItem } from '../domain/http/leakage-view.ts';
import { LiabilityView, ReconciliationView } from '../domain/http/ledger-view.ts';
import { PartnerStatement } from '../domain/http/statement-view.ts';
import { DEFAULT_POLICY } from '../domain/policies.ts';
import { type OpenDoor, openDoor } from './testing/open-door.ts';

const DAY_MS = 86_400_000;
const start = Date.now();
const ago = (days: number) => new Date(start - days * DAY_MS);
let door: OpenDoor;
let authorization = '';
const get = (path: string) => fetch(`${door.url}${path}`, { headers: { authorization } });

beforeAll(async () => {
  door = await openDoor({ printPdf: async (html) => Buffer.from(`%PDF of ${html.length > 500}`) });
  authorization = `Bearer ${await door.token('vera', 'viewer')}`;
  const { app } = door.database.pools;
  await app.query("insert into programme (name, currency) values ('Test', 'GBP')");
  await app.query(
    "insert into partner (partner_id, name, type, network) values ('p1', '<b>One</b> & Co', 'content', 'awin')",
  );
});
afterAll(() => door.close());

it('has no reconciliation and no debts before the first', async () => {
  expect(await (await get('/api/reconciliation')).json()).toBeNull();
  const liability = LiabilityView.parse(await (await get('/api/liability')).json());
  expect(liability).toMatchObject({ asOf: null, currency: 'GBP', accounts: [], aging: [] });
  const empty = PartnerStatement.parse(await (await get('/api/partners/p1/statement')).json());
  expect(empty).toMatchObject({ asOf: null, lines: [], balances: [] });
});

it('says what is owed, what came back, and what was set aside', async () => {
  const { app } = door.database.pools;
  await ensurePartitions(app, 'conversion', ago(120), new Date(start + DAY_MS));
  for (const [id, age] of [
    ['=1+1', 90],
    ['o2', 10],
  ] as const) {
    await app.query(
      `insert into order_line (order_id, line_id, ordered_at, sku, quantity, unit_price_micros, currency)
       values ($1, '1', $2, 'sku', 10, 10000000, 'GBP')`,
      [id, ago(age)],
    );
    await app.query(
      `insert into conversion (partner_id, network, conversion_id, order_id, converted_at, amount_micros, commission_micros,
         currency, status, status_raw) values ('p1', 'awin', $1, $1, $2, 100000000, 20000000, 'GBP', 'approved', 'approved')`,
      [id, ago(age)],
    );
  }
  await app.query(
    `insert into refund (refund_id, order_id, line_id, quantity, amount_micros, currency, refunded_at)
     values ('r1', '=1+1', '1', 5, 50000000, 'GBP', $1), ('r2', 'o2', '1', 1, 10000000, 'GBP', $2),
            ('r3', 'nobody', '1', 1, 10000000, 'GBP', $2)`,
    [ago(20), ago(5)],
  );
  await refreshReconciliation(app, { asOf: new Date(), policy: DEFAULT_POLICY.reconciliation });

  const result = ReconciliationView.parse(await (await get('/api/reconciliation')).json());
  expect(result?.totals).toEqual({
    earned: { micros: '40000000', currency: 'GBP' },
    reversed: { micros: '2000000', currency: 'GBP' },
    clawback: { micros: '10000000', currency: 'GBP' },
  });
  expect(result?.exceptions.find(({ kind }) => kind === 'refund_order_unknown')).toMatchObject({
    count: 1,
    sentence: 'The refund names an order that the shop does not have.',
    examples: [{ refundId: 'r3' }],
  });
  const { accounts, aging } = LiabilityView.parse(await (await get('/api/liability')).json());
  const byAccount = new Map(accounts.map(({ account, balance }) => [account, balance.micros]));
  expect([byAccount.get('locked'), byAccount.get('reserved')]).toEqual(['20000000', '18000000']);
  expect([...byAccount.values()].reduce((sum, micros) => sum + BigInt(micros), 0n)).toBe(0n);
  expect(aging.map(({ stands, fromDays, money }) => [stands, fromDays, money.micros])).toEqual([
    ['reserved', 0, '18000000'],
    ['locked', 61, '20000000'],
  ]);
});

it('states a partner’s lines the same in JSON, CSV, HTML and PDF', async () => {
  const statement = PartnerStatement.parse(await (await get('/api/partners/p1/statement')).json());
  expect(statement.lines.map(({ orderId, state }) => [orderId, state])).toEqual([
    ['o2', 'pending'],
    ['=1+1', 'clawed_back'],
  ]);
  const csv = await (await get('/api/partners/p1/statement.csv')).text();
  expect(
    csv
      .split('\r\n')
      .slice(1, 3)
      .map((line) => line.split(',').filter((_, at) => [0, 8, 9, 10].includes(at))),
  ).toEqual([
    ['o2', '20.00', '2.00', '0.00'],
    ["'=1+1", '20.00', '0.00', '10.00'],
  ]);
  const page = await get('/api/partners/p1/statement.html');
  const html = await page.text();
  expect(html).toContain('&lt;b&gt;One&lt;/b&gt; &amp; Co');
  expect(html).not.toContain('<b>One');
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  const pdf = await get('/api/partners/p1/statement.pdf');
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(await pdf.text()).toBe('%PDF of true');
  const later = await get('/api/partners/p1/statement?from=2999-01-01T00:00:00Z&until=2999-02-01T00:00:00Z');
  expect(PartnerStatement.parse(await later.json()).lines).toEqual([]);
  expect((await get('/api/partners/nobody/statement')).status).toBe(404);
  expect((await get('/api/partners/p1/statement.csv?from=yesterday')).status).toBe(400);
});

it('says by partner what came back after the lock, and what became of it', async () => {
  const { app } = door.database.pools;
  const items = async () => {
    const answer = (await (await get('/api/leakage')).json()) as { items: unknown[] };
    return answer.items.map((item) => LeakageItem.parse(item));
  };
  const gbp = (micros: string) => ({ micros, currency: 'GBP' });
  const [one, ...others] = await items();
  expect(others).toEqual([]);
  expect(one).toEqual({
    ...{ partner: 'p1', name: '<b>One</b> & Co', lines: 1, lostShare: 0.5 },
    ...{ leaked: gbp('0'), late: gbp('10000000'), settled: gbp('20000000') },
    ...{ waiting: gbp('0'), recovered: gbp('0'), refused: gbp('0') },
  });
  await app.query(
    `with one as (
       insert into proposal (kind, partner_id, title, summary, effect, evidence, approvals_needed, proposed_by, workflow, made_by,
         shown_hash, origin_hash, dedupe_key, created_at, expires_at, status)
       values ('commission.clawback', 'p1', 't', 's', '{"basis": "returns"}', '[]', 1, 'x', 'reconciliation', '{}', repeat('a', 64),
         repeat('a', 64), 'k', now(), now() + interval '1 day', 'pending') returning proposal_id)
     insert into proposal_line select proposal_id, 'awin', '=1+1', 10000000, 'GBP' from one`,
  );
  expect((await items())[0]).toMatchObject({ waiting: gbp('10000000'), lostShare: 0.5 });
  await refreshReconciliation(app, {
    asOf: new Date(),
    policy: { ...DEFAULT_POLICY.reconciliation, clawbackForbiddenPartners: ['p1'] },
  });
  expect((await items())[0]).toMatchObject({ leaked: gbp('10000000'), late: gbp('0'), lines: 1 });
  const csv = await get('/api/leakage.csv');
  expect(csv.headers.get('content-disposition')).toContain('leakage.csv');
  expect((await csv.text()).split('\r\n')[1]).toBe(
    'p1,<b>One</b> & Co,GBP,1,10.00,0.00,10.00,0.00,0.00,20.00,0.5',
  );
});
