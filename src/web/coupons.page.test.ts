import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPage } from '../../db/demo/coupon-pages/demo-page.ts';
import { callTool } from '../../tools/call-tool.ts';
import { DEFAULT_POLICY } from '../domain/policies.ts';
import { logLines } from '../http/testing/log-lines.ts';
import { loadDemoSources } from '../intake/coupons/load-demo-sources.ts';
import { watchSources } from '../intake/coupons/watch-sources.ts';
import { requestRun } from '../intake/runs/request-run.ts';
import { testProcess } from '../intake/runs/testing/test-process.ts';
import { workRun } from '../intake/runs/work-run.ts';
import { readCodeJudge } from '../model/embedded/codes/read-code-judge.ts';
import { openPageDoor, type PageDoor } from './testing/page-door.ts';

let door: PageDoor;
/** Minutes that have passed in the story. */
let minutes = 0;
const now = () => new Date(Date.now() + minutes * 60_000);

async function watch(): Promise<void> {
  const { app } = door.database.pools;
  const { log } = logLines();
  const judge = await readCodeJudge();
  const deps = testProcess(
    door.database,
    { flagged: [] },
    {
      callTool,
      now,
      watchSources: () =>
        watchSources({
          app,
          policy: DEFAULT_POLICY.leaks,
          log,
          judge,
          now,
          fetchPage: ({ url, checks }) => demoPage(url, checks, now()),
        }),
    },
  );
  await workRun(
    deps,
    await requestRun(app, { workflow: 'coupon-watch', cause: 'person', requestedBy: 'anna' }),
  );
}

beforeAll(async () => {
  door = await openPageDoor({ undoSeconds: 0 });
  const { app } = door.database.pools;
  await app.query(`insert into code (code, kind) values ('STAFF25', 'staff'), ('AUTUMN10', 'public')`);
  await loadDemoSources(app, now(), DEFAULT_POLICY.leaks);
  await watch();
});
afterAll(() => door.close());

it('shows what leaked where, why, and the page before and after', async () => {
  const page = await door.enter('Anna', 'approver');
  await page.getByRole('navigation').getByRole('link', { name: 'Coupons' }).click();
  await page.getByRole('heading', { level: 1, name: 'Coupons' }).waitFor();
  const row = page.getByRole('row').filter({ hasText: 'STAFF25' });
  await row.getByText('leaked by a customer').waitFor();
  expect(await row.innerText()).toContain('gutscheinwolke.example');
  expect(await page.getByRole('row').count()).toBe(2);

  minutes = 120;
  await watch();
  await page.getByRole('button', { name: 'Closed leaks' }).click();
  await page.getByRole('link', { name: 'STAFF25' }).click();
  await page.getByRole('heading', { level: 1, name: 'STAFF25 on gutscheinwolke.example' }).waitFor();
  const [before, after] = await page.locator('blockquote').allInnerTexts();
  expect(before).toContain('STAFF25');
  expect(after).toContain('AUTUMN10');
  expect(after).not.toContain('STAFF25');
  await page.getByRole('link', { name: 'End leaked codes' }).click();
  await page.getByText('End the code STAFF25').first().waitFor();
  expect(door.complaints).toEqual([]);
}, 60_000);

it('watches another site, says how its check went, and stops', async () => {
  const page = await door.enter('Anna', 'approver');
  await page.goto(`${door.url}/coupons`);
  await page.getByRole('button', { name: 'Watched sites' }).click();
  await page.getByLabel('Address of the page').fill('https://new-codes.example/today');
  await page.getByRole('button', { name: 'Watch this site' }).click();
  await page.getByText('new-codes.example is watched').waitFor();
  const row = page.getByRole('row').filter({ hasText: 'https://new-codes.example/today' });
  await row.getByText('not yet').waitFor();

  minutes = 240;
  await watch();
  await row.getByText('There is no such page in the demo').waitFor();
  await page.getByRole('button', { name: 'Stop watching new-codes.example' }).click();
  await row.waitFor({ state: 'detached' });
  expect(door.complaints).toEqual([]);
}, 60_000);

it('lets a viewer look and change nothing', async () => {
  const page = await door.enter('Vera', 'viewer');
  await page.goto(`${door.url}/coupons`);
  await page.getByRole('button', { name: 'Watched sites' }).click();
  await page.getByText('https://codenook.example/gifts').waitFor();
  expect(await page.getByRole('button', { name: /Stop|Watch this/ }).count()).toBe(0);
}, 60_000);
