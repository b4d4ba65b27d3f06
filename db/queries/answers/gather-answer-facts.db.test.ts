import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ECONOMICS_POLICY_DEFAULTS } from '../../../src/domain/economics/economics-policy.ts';
import type { Intent } from '../../../src/domain/inbox/intent.ts';
import { RECONCILIATION_POLICY_DEFAULTS } from '../../../src/domain/reconciliation/reconciliation-policy.ts';
import { ensurePartitions } from '../../partitions.ts';
import { type ClonedDatabase, cloneDatabase } from '../../testing/clone-database.ts';
import { refreshReconciliation } from '../reconciliation/refresh-reconciliation.ts';
import { gatherAnswerFacts } from './gather-answer-facts.ts';

const AS_OF = new Date('2026-03-02T10:00:00.000Z');
const ORDERS = 40;

describe('gatherAnswerFacts', () => {
  let database: ClonedDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
    await plant();
  });
  afterAll(() => database.drop());

  const ask = (partnerId: string | null, intent: Intent, slots: { orders?: string[]; rate?: string } = {}) =>
    gatherAnswerFacts(database.pools.agent, {
      partnerId,
      intent,
      slots: { orderReferences: slots.orders ?? [], requestedRate: slots.rate ?? null },
      asOf: AS_OF,
      programmeCurrency: 'GBP',
      policy: ECONOMICS_POLICY_DEFAULTS,
    });

  it('states each currency by itself, and never another partner’s money', async () => {
    const { words } = await ask('anna', 'payment_question');
    // 30 orders are younger than the paid ones; each earned £2, and one sale was in euro.
    expect(words.pendingMoney).toBe('EUR 3.00 + GBP 60.00');
    expect(words.paidMoney).toBe('GBP 18.00');
    expect(words.reversedMoney).toBe('GBP 2.00');
    expect((await ask('ben', 'payment_question')).words).toMatchObject({
      pendingMoney: null,
      paidMoney: 'GBP 5.00',
    });
  });

  it('tells a credited order from one that was clicked, one that is somebody else’s, and one that is unknown', async () => {
    const { words, missing } = await ask('anna', 'tracking_problem', {
      orders: ['o1', '#LOST-1', 'BENS-1', 'NOPE-9'],
    });
    expect(words).toMatchObject({
      ordersCredited: expect.stringMatching(/^O1 \(\d{4}-\d{2}-\d{2}, GBP 2\.00\)$/),
      ordersClickedNotCredited: 'LOST-1',
      ordersNotTheirs: 'BENS-1',
      ordersUnknown: 'NOPE-9',
    });
    expect(missing).toEqual([]);
  });

  it('says what of a named order fell away because goods came back, and by which refund on the card', async () => {
    const { words, evidence } = await ask('anna', 'payment_question', { orders: ['O4'] });
    expect(words.ordersCredited).toMatch(
      /^O4 \(2026-02-26, GBP 2\.00, of which GBP 1\.00 fell away as the goods came back on 2026-03-01\)$/,
    );
    expect(JSON.stringify(evidence)).toContain(
      'GBP 1.00 of it reversed and GBP 0.00 to claw back, last by refund r4',
    );
  });

  it('does not say in a letter that another partner was credited; the card does', async () => {
    const { words, evidence } = await ask('anna', 'tracking_problem', { orders: ['BENS-1'] });
    expect(JSON.stringify(words)).not.toMatch(/ben\b|another/i);
    expect(JSON.stringify(evidence)).toContain('another partner is credited');
  });

  it('asks for the order number when a tracking problem names none', async () => {
    expect((await ask('anna', 'tracking_problem')).missing).toEqual(['order_reference']);
  });

  it('offers a raise within break-even and shows the margin on the card alone', async () => {
    const { words, evidence, raise } = await ask('anna', 'commission_increase', { rate: '20%' });
    // £20 net, £8 goods, £1 fulfilment, 95 % kept, 1.5 % fee, content partner: 60 % incremental, 2.5 % network fee.
    expect(raise).toMatchObject({ currentBps: 500, askedBps: 2_000, offeredBps: 700 });
    expect(raise?.breakEvenBps).toBeGreaterThan(2_500);
    expect(words).toMatchObject({ currentRate: '5 %', offeredRate: '7 %' });
    expect(Object.keys(words).join()).not.toMatch(/margin|breakEven/i);
    expect(JSON.stringify(evidence)).toContain('break_even');
  });

  it('never offers more than was asked', async () => {
    expect((await ask('anna', 'commission_increase', { rate: '6 %' })).raise?.offeredBps).toBe(600);
  });

  it('refuses to compute a rate from a handful of orders, and says how many are needed', async () => {
    const { raise } = await ask('ben', 'commission_increase');
    expect(raise).toMatchObject({ breakEvenBps: null, offeredBps: null });
    expect(raise?.why).toContain('20 are needed');
  });

  it('gathers nothing for a sender who is no partner', async () => {
    const { words, evidence, missing, raise } = await ask(null, 'payment_question', { orders: ['O1'] });
    expect({ evidence, missing, raise }).toEqual({ evidence: [], missing: ['partner'], raise: null });
    expect(words.partnerStatus).toBeNull();
    expect(words.ordersCredited).toBeNull();
  });

  it('lists own codes only, live and ended apart', async () => {
    const { words } = await ask('anna', 'coupon_code_request');
    expect(words.codesLive).toBe('ANNA10 (10 %, – 2026-12-31)');
    expect(words.codesEnded).toBe('ANNA5 (GBP 5.00, – 2026-01-31)');
  });

  async function plant(): Promise<void> {
    const { app } = database.pools;
    await ensurePartitions(app, 'conversion', new Date('2025-12-01'), AS_OF);
    await ensurePartitions(app, 'click', new Date('2025-12-01'), AS_OF);
    await app.query(
      `insert into programme (name, currency, time_zone) values ('Test shop', 'GBP', 'Europe/London')`,
    );
    await app.query(
      `insert into partner (partner_id, name, type, network) values ('anna', 'Anna reads', 'content', 'awin'), ('ben', 'Ben deals', 'coupon', 'cj')`,
    );
    await app.query(
      `insert into rate (partner_id, rate_bps, starts_at) values ('anna', 500, '2025-01-01'), ('ben', 300, '2025-01-01')`,
    );
    await app.query(
      `insert into product (sku, name, price_micros, unit_cost_micros, fulfilment_cost_micros, currency)
       values ('mug', 'Blue mug', 10000000, 4000000, 500000, 'GBP')`,
    );
    await app.query(
      `insert into order_line (order_id, line_id, visitor_id, ordered_at, sku, quantity, unit_price_micros, currency)
       select id, '1', 'v-' || id, at, 'mug', 2, 10000000, 'GBP'
         from (select 'O' || i as id, $1::timestamptz - make_interval(days => i) as at from generate_series(1, $2::int) i
               union all values ('LOST-1', $1::timestamptz - interval '3 days'), ('BENS-1', $1::timestamptz - interval '2 days')) t`,
      [AS_OF, ORDERS],
    );
    await app.query(
      `insert into conversion (partner_id, network, conversion_id, order_id, converted_at, amount_micros, commission_micros, currency, status, status_raw)
       select 'anna', 'awin', 'c' || i, 'O' || i, $1::timestamptz - make_interval(days => i), 20000000, 2000000, 'GBP', s, s
         from generate_series(1, $2::int) i, lateral (select case when i <= 30 then 'pending' when i = 31 then 'reversed' else 'paid' end as s) x
       union all select 'anna', 'awin', 'euro', null, $1::timestamptz - interval '5 days', 30000000, 3000000, 'EUR', 'pending', 'pending'
       union all select 'ben', 'cj', 'b1', 'BENS-1', $1::timestamptz - interval '2 days', 20000000, 5000000, 'GBP', 'paid', 'paid'`,
      [AS_OF, ORDERS],
    );
    await app.query(
      `insert into refund (refund_id, order_id, line_id, quantity, amount_micros, currency, refunded_at)
       values ('r4', 'O4', '1', 1, 10000000, 'GBP', $1::timestamptz - interval '1 day')`,
      [AS_OF],
    );
    await refreshReconciliation(app, { asOf: AS_OF, policy: RECONCILIATION_POLICY_DEFAULTS });
    await app.query(
      `insert into click (partner_id, click_id, visitor_id, clicked_at)
       values ('anna', 'k1', 'v-LOST-1', $1::timestamptz - interval '4 days'), ('ben', 'k2', 'v-BENS-1', $1::timestamptz - interval '3 days')`,
      [AS_OF],
    );
    await app.query(
      `insert into code (code, kind, owner_partner_id, percent_off, amount_off_micros, currency, ends_at)
       values ('ANNA10', 'influencer', 'anna', 10, null, null, '2026-12-31'), ('ANNA5', 'influencer', 'anna', null, 5000000, 'GBP', '2026-01-31'),
              ('BEN20', 'public', 'ben', 20, null, null, null)`,
    );
  }
});
