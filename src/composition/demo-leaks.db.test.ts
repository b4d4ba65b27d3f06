import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPage } from '../../db/demo/coupon-pages/demo-page.ts';
import { loadDemo } from '../../db/demo/load-demo.ts';
import { demoTruth } from '../../db/demo/truth.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import { keptLog } from '../../db/testing/outbox-fixture.ts';
import { callTool } from '../../tools/call-tool.ts';
import { DEFAULT_POLICY } from '../domain/policies.ts';
import { loadDemoSources } from '../intake/coupons/load-demo-sources.ts';
import { watchSources } from '../intake/coupons/watch-sources.ts';
import { requestRun } from '../intake/runs/request-run.ts';
import { testProcess } from '../intake/runs/testing/test-process.ts';
import { workRun } from '../intake/runs/work-run.ts';
import { readCodeJudge } from '../model/embedded/codes/read-code-judge.ts';

const database = await cloneDatabase({ max: 8 });
const { app } = database.pools;
const NOW = new Date('2026-11-23T08:00:00Z');
const now = () => NOW;

beforeAll(async () => {
  await loadDemo(
    app,
    NOW,
    () => undefined,
    (db) => loadDemoSources(db, NOW, DEFAULT_POLICY.leaks),
  );
  const judge = await readCodeJudge();
  const deps = testProcess(
    database,
    { flagged: [] },
    {
      callTool,
      now,
      watchSources: () =>
        watchSources({
          app,
          policy: DEFAULT_POLICY.leaks,
          log: keptLog(),
          judge,
          now,
          fetchPage: ({ url, checks }) => demoPage(url, checks, NOW),
        }),
    },
  );
  await workRun(
    deps,
    await requestRun(app, { workflow: 'coupon-watch', cause: 'person', requestedBy: 'anna' }),
  );
}, 120_000);
afterAll(() => database.drop());

it('finds every planted code of the demo, and says of each what it is', async () => {
  const { rows } = await app.query<{ url: string; code: string; verdict: string }>(
    `select o.url, l.code, l.verdict
       from leak_case l join sighting s using (sighting_id) join coupon_source o using (source_id)`,
  );
  const found = rows.map(({ url, code, verdict }) => `${url} ${code} ${verdict}`).sort();
  const planted = Object.entries(demoTruth().leaks).flatMap(([url, codes]) =>
    Object.entries(codes).map(([code, verdict]) => `${url} ${code} ${verdict}`),
  );
  expect(found).toEqual(planted.sort());
});

it('asks for something on each leak, with no network and within the limits for one page', async () => {
  const { rows } = await app.query<{ kind: string; count: bigint }>(
    'select kind, count(*) as count from proposal group by kind order by kind',
  );
  const kinds = rows.map(({ kind }) => kind);
  expect(kinds).toEqual([
    'code.reissue',
    'code.retire',
    'commission.zero-non-owner',
    'partner.warn',
    'site.blacklist',
  ]);
  const { rows: most } = await app.query<{ count: bigint }>(
    `select max(count) as count from (select count(*) from proposal group by source ->> 'documentId') as each`,
  );
  expect(Number(most[0]?.count)).toBeLessThanOrEqual(DEFAULT_POLICY.caps.proposalsPerDocument);
});
