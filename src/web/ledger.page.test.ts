import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensurePartitions } from '../../db/partitions.ts';
import { callTool } from '../../tools/call-tool.ts';
import { requestRun } from '../intake/runs/request-run.ts';
import { testProcess } from '../intake/runs/testing/test-process.ts';
import { workRun } from '../intake/runs/work-run.ts';
import { openPageDoor, type PageDoor } from './testing/page-door.ts';

const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
let door: PageDoor;
beforeAll(async () => {
  door = await openPageDoor({ undoSeconds: 0 });
});
afterAll(() => door.close());

async function reconcile(): Promise<void> {
  const { app } = door.database.pools;
  const deps = testProcess(door.database, { flagged: [] }, { callTool });
  await workRun(
    deps,
    await requestRun(app, { workflow: 'reconciliation', cause: 'person', requestedBy: 'anna' }),
  );
}

it('says that nothing has been reconciled yet', async () => {
  const page = await door.enter('Anna', 'approver');
  await page.getByRole('navigation').getByRole('link', { name: 'Ledger' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ledger' }).waitFor();
  await page.getByText('Nothing has been reconciled yet').waitFor();
  expect(door.complaints).toEqual([]);
}, 60_000);

it('shows what is owed and what did not fit, and leads to the partner’s statement and the card', async () => {
  const { app } = door.database.pools;
  await app.query(
    "insert into partner (partner_id, name, type, network) values ('back', 'Came Back Ltd', 'content', 'awin')",
  );
  await ensurePartitions(app, 'conversion', ago(60), new Date());
  await app.query(
    `insert into order_line (order_id, line_id, ordered_at, sku, quantity, unit_price_micros, currency)
     values ('o-back', '1', $1, 'sku', 4, 100000000, 'GBP')`,
    [ago(10)],
  );
  await app.query(
    `insert into conversion (partner_id, network, conversion_id, order_id, converted_at, amount_micros, commission_micros,
       currency, status, status_raw) values ('back', 'awin', 't-back', 'o-back', $1, 400000000, 48000000, 'GBP', 'pending', 'pending')`,
    [ago(10)],
  );
  await app.query(
    `insert into refund (refund_id, order_id, line_id, quantity, amount_micros, currency, refunded_at)
     values ('r-back', 'o-back', '1', 1, 100000000, 'GBP', $1), ('r-lost', 'o-nowhere', '1', 1, 1, 'GBP', $1)`,
    [ago(2)],
  );
  await reconcile();

  const page = await door.enter('Anna', 'approver');
  await page.goto(`${door.url}/ledger`);
  await page.getByText('Reversed in time').waitFor();
  expect(
    await page.getByRole('row').filter({ hasText: 'earned, may still come back' }).innerText(),
  ).toContain('£36.00');
  await page.getByText('The refund names an order that the shop does not have.').click();
  await page.getByText('order o-nowhere line 1 · refund r-lost').waitFor();

  await page.goto(`${door.url}/partners/back`);
  const statement = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Open', exact: true }).click();
  const paper = await statement;
  await paper.getByRole('heading', { level: 1, name: 'Statement: Came Back Ltd' }).waitFor();
  expect(await paper.getByRole('row').filter({ hasText: 'o-back' }).innerText()).toContain(
    'part of it came back in time',
  );
  // The style is let in by its hash.
  expect(await paper.locator('body').evaluate((body) => getComputedStyle(body).fontSize)).toBe('14px');
  await paper.close();

  await page.goto(`${door.url}/`);
  const card = page.locator('[data-proposal-id]').filter({ hasText: 'Came Back' });
  await card.getByRole('button', { name: /^Approve/ }).click();
  await page.locator('[data-receipt-for]').first().waitFor();
  expect(door.complaints).toEqual([]);
}, 60_000);
