import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseMicros } from '../../src/domain/money/micros.ts';
import manifest from './data/manifest.json' with { type: 'json' };
import { type DemoProgramme, generateDemo } from './generate-demo.ts';
import { pennyShare } from './penny-share.ts';
import { DEMO_COLUMNS, type DemoKind, type DemoRow } from './rows.ts';

/** A load on this day takes the whole extract: its last day is yesterday's weekday. */
const LOAD_DATE = new Date('2026-05-15T10:30:00Z');
const KINDS = Object.keys(DEMO_COLUMNS) as DemoKind[];
const KEYS: Readonly<Partial<Record<DemoKind, readonly string[]>>> = {
  partners: ['partner_id'],
  products: ['sku'],
  inventory: ['sku', 'location'],
  codes: ['code'],
  rates: ['partner_id', 'sku_group', 'starts_at'],
  orders: ['order_id', 'line_id'],
  refunds: ['refund_id', 'line_id'],
  clicks: ['click_id'],
  site_events: ['visitor_id', 'occurred_at', 'event', 'sku'],
  conversions: ['network', 'conversion_id'],
};
const TIMES: readonly (readonly [DemoKind, string])[] = [
  ['orders', 'ordered_at'],
  ['orders', 'delivered_at'],
  ['refunds', 'refunded_at'],
  ['clicks', 'clicked_at'],
  ['site_events', 'occurred_at'],
  ['conversions', 'converted_at'],
  ['inventory', 'as_of'],
];

let demo: DemoProgramme;
let orderLines: Map<string, DemoRow<'orders'>[]>;
beforeAll(() => {
  demo = generateDemo(LOAD_DATE);
  orderLines = Map.groupBy(demo.rows.orders, (line) => line.order_id);
});

const rowsOf = (kind: DemoKind) => [...demo.rows[kind]] as Readonly<Record<string, string>>[];
const lineMicros = (line: DemoRow<'orders'>) => BigInt(line.quantity) * parseMicros(line.unit_price);
const grossOf = (lines: readonly DemoRow<'orders'>[]) =>
  lines.reduce((sum, line) => sum + lineMicros(line), 0n);

describe('generateDemo', () => {
  it('gives the same rows for the same day', () => {
    const again = generateDemo(new Date('2026-05-15T23:59:59Z'));
    for (const kind of KINDS) expect(hashOf(again.rows[kind]), kind).toBe(hashOf(demo.rows[kind]));
  }, 120_000);

  it('has the size a demo needs', () => {
    expect(rowsOf('partners')).toHaveLength(400);
    expect(rowsOf('clicks').length).toBeGreaterThan(150_000);
    expect(rowsOf('clicks').length).toBeLessThan(250_000);
    expect(new Set(rowsOf('partners').map((row) => row.network))).toEqual(
      new Set(['awin', 'cj', 'impact', 'direct']),
    );
  });

  it.each(KINDS)('gives every column of %s and no key twice', (kind) => {
    const rows = rowsOf(kind);
    const keys = new Set(rows.map((row) => (KEYS[kind] ?? []).map((column) => row[column]).join('|')));
    expect(Object.keys(rows[0] ?? {})).toEqual([...DEMO_COLUMNS[kind]]);
    expect(keys.size).toBe(rows.length);
  });

  it.each(TIMES)('has no %s with a %s after the last day', (kind, column) => {
    const latest = rowsOf(kind)
      .map((row) => row[column] ?? '')
      .sort()
      .at(-1);
    expect(latest).toMatch(/^2026-05-14T/);
    expect(demo.lastDay).toBe('2026-05-14');
  });

  it('sells exactly the real lines', () => {
    const lines = rowsOf('orders') as DemoRow<'orders'>[];
    expect(lines).toHaveLength(manifest.orderLines);
    expect(grossOf(lines)).toBe(parseMicros(manifest.grossAmount));
  });

  it('credits each order at most once, with what the customer paid for its lines', () => {
    const rate = { GBP: 10_000n, EUR: 11_500n } as Readonly<Record<string, bigint>>;
    const credited = new Set<string>();
    for (const row of demo.rows.conversions) {
      const lines = orderLines.get(row.order_id) ?? [];
      const discount = lines.reduce((sum, line) => sum + parseMicros(line.discount), 0n);
      const net = grossOf(lines) - discount;
      const amount = row.currency === 'GBP' ? net : pennyShare(net, rate[row.currency] ?? 0n);
      expect(parseMicros(row.amount), row.conversion_id).toBe(amount);
      expect(discount === 0n || row.code !== '').toBe(true);
      credited.add(row.order_id);
    }
    expect(credited.size).toBe(rowsOf('conversions').length);
  });

  it('pays the rate in force at the time of the order', () => {
    const rates = Map.groupBy(demo.rows.rates, (row) => row.partner_id);
    for (const row of demo.rows.conversions) {
      const inForce = (rates.get(row.partner_id) ?? []).filter(
        ({ starts_at, ends_at }) =>
          starts_at <= row.converted_at && (ends_at === '' || row.converted_at < ends_at),
      );
      expect(inForce).toHaveLength(1);
      const bps = BigInt(inForce[0]?.rate_bps ?? '0');
      expect(parseMicros(row.commission)).toBe(pennyShare(parseMicros(row.amount), bps));
    }
  });

  it('names for each conversion a click of the same partner, visitor and moment', () => {
    const clicks = new Map([...demo.rows.clicks].map((click) => [click.click_id, click]));
    for (const row of demo.rows.conversions) {
      const click = clicks.get(row.click_id);
      expect([click?.partner_id, click?.clicked_at, click?.sub_id, click?.visitor_id]).toEqual([
        row.partner_id,
        row.clicked_at,
        row.sub_id,
        orderLines.get(row.order_id)?.[0]?.visitor_id,
      ]);
    }
  });

  it('calls a customer new exactly at the first order of the twelve months', () => {
    const first = new Map(
      demo.firstOrders.map((row) => [row.customer_id, row.first_ordered_at.slice(0, 16)]),
    );
    for (const row of demo.rows.conversions) {
      const order = orderLines.get(row.order_id)?.[0];
      const isFirst = first.get(order?.customer_id ?? '') === order?.ordered_at.slice(0, 16);
      expect(row.customer_type).toBe(isFirst ? 'new' : 'returning');
    }
  });

  it('keeps commission pending for thirty days and no longer', () => {
    const turningPoint = '2026-04-15T00:00:00.000Z';
    const statuses = (from: (row: DemoRow<'conversions'>) => boolean) =>
      new Set([...demo.rows.conversions].filter(from).map((row) => row.status));
    expect(statuses((row) => row.converted_at >= turningPoint)).toEqual(new Set(['pending']));
    expect(statuses((row) => row.converted_at < '2026-04-14')).toEqual(
      new Set(['approved', 'paid', 'reversed']),
    );
  });

  it('leaves most refunds without an order, as the source does, and names only lines that exist', () => {
    const refunds = [...demo.rows.refunds];
    const named = refunds.filter((row) => row.order_id !== '');
    expect(refunds).toHaveLength(manifest.cancellationLines);
    expect(named.length).toBeGreaterThan(0);
    expect(named.length).toBeLessThan(refunds.length / 2);
    for (const row of named) {
      const line = orderLines.get(row.order_id)?.find(({ line_id }) => line_id === row.line_id);
      expect([line?.sku, line?.quantity, line?.customer_id]).toEqual([
        row.sku,
        row.quantity,
        row.customer_id,
      ]);
    }
  });

  it('keeps every invented address under .example', () => {
    for (const { website, email } of demo.rows.partners) {
      expect(website).toMatch(/^https:\/\/www\.[a-z0-9]+\.example\/$/);
      expect(email).toMatch(/^[a-z]+@[a-z0-9]+\.example$/);
    }
  });
});

function hashOf(rows: Iterable<Readonly<Record<string, string>>>): string {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(Object.values(row).join('\u0000'));
  return hash.digest('hex');
}
