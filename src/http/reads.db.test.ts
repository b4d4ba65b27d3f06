import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePartitions } from '../../db/partitions.ts';
import { storeScores } from '../../db/queries/fraud/store-scores.ts';
import type { PartnerScore } from '../domain/fraud/fraud-scores.ts';
import type { PartnerView } from '../domain/http/partner-view.ts';
import { type OpenDoor, openDoor } from './testing/open-door.ts';

let door: OpenDoor;
let bearer: Record<string, string>;
beforeAll(async () => {
  door = await openDoor({ now: () => new Date('2026-01-02T03:04:05Z') });
  bearer = { authorization: `Bearer ${await door.token('Ann', 'admin')}` };
});
afterAll(() => door.close());

const get = async (path: string) =>
  (await (await fetch(`${door.url}${path}`, { headers: bearer })).json()) as unknown;
const query = (text: string, values: unknown[] = []) => door.database.pools.app.query(text, values);

describe('partners', () => {
  beforeAll(async () => {
    await query(
      `insert into partner (partner_id, name, website) select 'p' || n, 'Shop ' || n, 'https://shop' || n || '.example' from generate_series(1, 30) n`,
    );
    await query(
      `insert into partner (partner_id, name) values ('a/b?c', 'Ünï "quoted" \\ 50%_'), ('twin1', 'Twin'), ('twin2', 'Twin')`,
    );
  });

  it('are listed by name page by page, each once, namesakes too', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = (await get(`/api/partners?limit=7${cursor}`)) as {
        items: PartnerView[];
        nextCursor: string | null;
      };
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor);
    expect(seen).toHaveLength(33);
    expect(new Set(seen).size).toBe(33);
  });

  it('are found by part of name, id or website, taken literally', async () => {
    const ids = async (q: string) =>
      ((await get(`/api/partners?q=${encodeURIComponent(q)}`)) as { items: PartnerView[] }).items.map(
        (item) => item.id,
      );
    expect(await ids('SHOP12.example')).toEqual(['p12']);
    expect(await ids('50%_')).toEqual(['a/b?c']);
    expect(await ids('%')).toEqual(['a/b?c']);
    expect(await ids('"quoted" \\')).toEqual(['a/b?c']);
    expect(await ids('nothing like it')).toEqual([]);
  });

  it('are shown with their figures by network and currency, never added across', async () => {
    await ensurePartitions(
      door.database.pools.app,
      'conversion',
      new Date('2026-01-01'),
      new Date('2026-01-31'),
    );
    await query(
      `insert into conversion (partner_id, network, conversion_id, converted_at, amount_micros, commission_micros, currency, status, status_raw)
       select 'a/b?c', network, currency || n, timestamptz '2026-01-01' + n * interval '1 hour', 10000000, 500000, currency, 'approved', 'a'
         from generate_series(1, 3) n, (values ('awin', 'GBP'), ('awin', 'EUR'), ('cj', 'GBP')) kinds (network, currency)`,
    );
    const partner = (await get(`/api/partners/${encodeURIComponent('a/b?c')}`)) as {
      name: string;
      figures: unknown[];
    };
    expect(partner).toMatchObject({
      id: 'a/b?c',
      name: 'Ünï "quoted" \\ 50%_',
      keyAccount: false,
      held: [],
      proposals: [],
    });
    const figure = {
      conversions: 3,
      firstAt: '2026-01-01T01:00:00.000Z',
      lastAt: '2026-01-01T03:00:00.000Z',
    };
    const money = (currency: string) => ({
      amount: { micros: '30000000', currency },
      commission: { micros: '1500000', currency },
    });
    expect(partner.figures).toEqual([
      { ...figure, network: 'awin', currency: 'EUR', ...money('EUR') },
      { ...figure, network: 'awin', currency: 'GBP', ...money('GBP') },
      { ...figure, network: 'cj', currency: 'GBP', ...money('GBP') },
    ]);
  });
});

describe('the newest scoring', () => {
  const score = (partner: string, verdict: PartnerScore['verdict'], micros: string | null): PartnerScore => ({
    partner,
    stratum: 'coupon',
    conversions: 100,
    timed: 100,
    fast: 10,
    share: 0.1,
    interval: [0.05, 0.18],
    baselineShare: 0.04,
    qValue: 0.01,
    verdict,
    families: ['timing'],
    signals: [],
    atRisk: micros === null ? null : { micros, currency: 'GBP' },
    atRiskByCurrency: [],
    notAfterClick: 0,
    underOneSecond: 0,
    underTenSeconds: 0,
    medianSeconds: 300,
    strata: [],
    windows: [],
    histogram: [],
  });
  const store = (partners: PartnerScore[]) =>
    storeScores(door.database.pools.app, {
      scores: { asOf: '2026-01-01T00:00:00.000Z', baseline: [], partners },
      runId: null,
      now: new Date('2026-01-01T06:00:00Z'),
    });

  it('is null until there is one, then lists the worst first and is replaced whole by the next', async () => {
    expect(await get('/api/fraud')).toBeNull();
    await store([
      score('p1', 'clean', null),
      score('p2', 'hold', '5000000'),
      score('p3', 'decline', '1000000'),
      score('p4', 'hold', '90000000'),
      score('gone', 'insufficient', null),
    ]);
    const first = (await get('/api/fraud?limit=3')) as {
      items: { partner: string; name: string }[];
      nextCursor: string;
    };
    expect(first.items.map((item) => item.partner)).toEqual(['p3', 'p4', 'p2']);
    expect(first).toMatchObject({
      verdicts: { hold: 2, decline: 1, insufficient: 1, clean: 1 },
      scoredAt: '2026-01-01T06:00:00.000Z',
    });
    const rest = (await get(`/api/fraud?limit=3&cursor=${first.nextCursor}`)) as typeof first;
    expect(rest.items.map(({ partner, name }) => [partner, name])).toEqual([
      ['gone', 'gone'],
      ['p1', 'Shop 1'],
    ]);
    expect(((await get('/api/fraud?verdict=hold')) as typeof first).items).toHaveLength(2);
    expect(((await get('/api/fraud?partner=p3')) as typeof first).items).toHaveLength(1);
    await store([score('p9', 'watch', '1')]);
    expect(await get('/api/fraud')).toMatchObject({
      verdicts: { watch: 1 },
      items: [{ partner: 'p9' }],
      nextCursor: null,
    });
  });
});

describe('deliveries', () => {
  it('are listed newest first, each once, by proposal where asked', async () => {
    await query(
      `insert into sandbox_delivery (idempotency_key, proposal_id, kind, body, arrived_at)
       select n::text, ('00000000-0000-4000-8000-0000000000' || lpad(n::text, 2, '0'))::uuid, 'partner.warn', '{}',
              timestamptz '2026-01-01' + (n / 2) * interval '1 second'
         from generate_series(1, 9) n`,
    );
    type Page = { items: { idempotencyKey: string; at: string }[]; nextCursor: string | null };
    const first = (await get('/api/deliveries?limit=5')) as Page;
    const second = (await get(`/api/deliveries?limit=5&cursor=${first.nextCursor}`)) as Page;
    const all = [...first.items, ...second.items];
    expect(new Set(all.map((item) => item.idempotencyKey)).size).toBe(9);
    expect(all.map((item) => item.at)).toEqual(
      all
        .map((item) => item.at)
        .toSorted()
        .toReversed(),
    );
    expect(second.nextCursor).toBeNull();
    const one = (await get('/api/deliveries?proposal=00000000-0000-4000-8000-000000000003')) as Page;
    expect(one.items.map((item) => item.idempotencyKey)).toEqual(['3']);
  });
});

describe('the frame of the page', () => {
  it('knows the programme, how far the demo was moved, and what runs next', async () => {
    expect(await get('/api/status')).toMatchObject({
      programme: null,
      nextRun: { workflow: 'coupon-watch', at: '2026-01-02T03:05:00.000Z' },
    });
    await query(
      `insert into programme (name, currency, time_zone, is_demo, demo_shift_weeks) values ('Demo', 'GBP', 'Europe/London', true, 783)`,
    );
    const { programme } = (await get('/api/status')) as { programme: { simulated: string[] } };
    expect(programme).toMatchObject({
      name: 'Demo',
      currency: 'GBP',
      timeZone: 'Europe/London',
      isDemo: true,
      demoShiftWeeks: 783,
    });
    expect(programme.simulated).toContain('partners');
    expect(programme.simulated).not.toContain('orders');
  });

  it('lists the policy with a unit and a reason for each value, and lets nothing pass by itself', async () => {
    const policy = (await get('/api/policy')) as {
      autoApprovedKinds: string[];
      entries: { path: string; unit: string }[];
    };
    expect(policy.autoApprovedKinds).toEqual([]);
    expect(policy.entries.map((entry) => entry.path)).toContain('twoPersonAboveMicros');
  });

  it('shows an admin what was done', async () => {
    await fetch(`${door.url}/api/pause`, { method: 'POST', headers: bearer });
    const { items } = (await get('/api/audit')) as { items: { actor: string; action: string }[] };
    expect(items[0]).toMatchObject({ actor: 'Ann', action: 'control.paused' });
  });
});
