import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureStreams } from '../../db/queries/connectors/ensure-streams.ts';
import { putSetAside } from '../../db/queries/connectors/put-set-aside.ts';
import { takeTurn } from '../../db/queries/connectors/take-turn.ts';
import { readConnections } from '../connections-config.ts';
import { CONNECTABLE_SYSTEMS } from '../connectors/connectable/read.ts';
import { openPageDoor, type PageDoor } from './testing/page-door.ts';

let door: PageDoor;
/** What the page shows as set up is what its server was started with; what it reads of it is in the database. */
beforeAll(async () => {
  const connections = readConnections(
    { MARGINKEEPER_AWIN_ADVERTISER_ID: '1001', MARGINKEEPER_AWIN_TOKEN: 'very-secret-token' },
    CONNECTABLE_SYSTEMS,
  );
  door = await openPageDoor({ undoSeconds: 0, connections });
});
afterAll(() => door.close());

it('is reached from the ledger, and tells how to connect what is not connected', async () => {
  const page = await door.enter('Vera', 'viewer');
  await page.goto(`${door.url}/ledger`);
  await page.getByRole('main').getByRole('link', { name: 'Connections' }).click();
  await page.getByRole('heading', { level: 1, name: 'Connections' }).waitFor();
  await page.getByText('The first reading begins within seconds').waitFor();
  // By keyboard alone.
  const partnerize = page.locator('summary', { hasText: 'Partnerize' });
  await partnerize.focus();
  await page.keyboard.press('Enter');
  await page.getByText('MARGINKEEPER_PARTNERIZE_USER_API_KEY').waitFor();
  await page.getByText('npx marginkeeper connect partnerize').waitFor();
  expect(await page.content()).not.toContain('very-secret-token');
  expect(door.complaints).toEqual([]);
}, 60_000);

it('shows how far each stream was read, what was set aside and why, and reads it again', async () => {
  const { app } = door.database.pools;
  const key = { system: 'awin', stream: 'changes', account: 'a' };
  await ensureStreams(app, [key], new Date());
  await app.query(
    `update connection_stream
        set problem = 'Awin takes no more calls for now.', failures = 2, next_at = now() + interval '1 day', complete_until = now()`,
  );
  const raw = '{"note": "<img src=x onerror=alert(1)>", "amount": "12,3,4"}';
  await putSetAside(
    app,
    key,
    [{ recordKey: '1900000001', problem: 'The amount is no number.', raw }],
    new Date(),
  );
  await takeTurn(app, 'awin/1001', { windows: [{ calls: 20, seconds: 60 }], concurrency: 2 });

  const viewer = await door.enter('Vera', 'viewer');
  await viewer.goto(`${door.url}/connections`);
  const awin = viewer.locator('[data-system="awin"]');
  await awin.getByText('Awin takes no more calls for now. 2 times in a row.').waitFor();
  await awin.getByText('1 of 20 in a minute').waitFor();
  expect(await awin.getByRole('button').count()).toBe(0);
  await awin.getByText('1 record of Awin set aside').click();
  await awin.getByText('The amount is no number.').waitFor();
  await awin.getByText('The record as it came').click();
  await awin.getByText('<img src=x onerror=alert(1)>').waitFor();
  const download = viewer.waitForEvent('download');
  await awin.getByRole('link', { name: 'All as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('set-aside.csv');

  const page = await door.enter('Anna', 'approver', {
    viewport: { width: 390, height: 800 },
    colorScheme: 'dark',
  });
  await page.goto(`${door.url}/connections`);
  await page.getByRole('button', { name: 'Read changes of Awin again' }).click();
  await page.getByText('It is read within seconds.').waitFor();
  const { rows } = await app.query(
    'select complete_until, next_at <= now() as is_due from connection_stream',
  );
  expect(rows).toEqual([{ complete_until: null, is_due: true }]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  expect(door.complaints).toEqual([]);
}, 60_000);
