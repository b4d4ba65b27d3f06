import { afterAll, beforeAll, expect, it } from 'vitest';
import { callTool } from '../../tools/call-tool.ts';
import { takeApplication } from '../intake/applications/take-application.ts';
import { requestRun } from '../intake/runs/request-run.ts';
import { testProcess } from '../intake/runs/testing/test-process.ts';
import { goodAccount } from '../intake/runs/testing/vetting-world.ts';
import { workRun } from '../intake/runs/work-run.ts';
import { openPageDoor, type PageDoor } from './testing/page-door.ts';

let door: PageDoor;
beforeAll(async () => {
  door = await openPageDoor({ undoSeconds: 0 });
  const { app } = door.database.pools;
  const applicants = [
    goodAccount('maya'),
    goodAccount('bets', { bio: 'Best online casino bonus codes, sports betting tips daily' }),
    goodAccount('closed', { stats: { followers: 900, private: true }, posts: [] }),
  ];
  for (const applicant of applicants) {
    await takeApplication(app, applicant, {
      source: 'file',
      receivedAt: new Date(),
      isSimulated: false,
      duplicateTextCharacters: 60,
    });
  }
  const deps = testProcess(door.database, { flagged: [] }, { callTool });
  const runId = await requestRun(app, { workflow: 'vetting', cause: 'person', requestedBy: 'anna' });
  await workRun(deps, runId);
});
afterAll(() => door.close());

it('lists what vetting says of each application, and leads to its answer, which is decided in the queue', async () => {
  const page = await door.enter('Anna', 'approver');
  await page.getByRole('navigation').getByRole('link', { name: 'Applications' }).click();
  await page.getByRole('heading', { level: 1, name: 'Applications' }).waitFor();
  const row = page.getByRole('row').filter({ hasText: 'bets.at.home' });
  await row.getByText('gambling').waitFor();
  expect(await row.innerText()).toContain('review');
  expect(await page.getByRole('row').count()).toBe(4);

  await page.getByRole('link', { name: 'maya.at.home' }).click();
  await page.getByText('Your application to our programme').first().waitFor();
  const words = await page.locator('main').innerText();
  expect(words).toContain('a pending partner, influencer');
  expect(words).toContain('maya@example.com');
  await page.getByRole('navigation').getByRole('link', { name: 'Queue' }).click();
  const card = page.locator('[data-proposal-id]').filter({ hasText: 'Accept: an Instagram account' });
  await card.getByRole('button', { name: /^Approve: accept/ }).click();
  await expect
    .poll(
      async () =>
        (await door.database.pools.app.query('select status from partner where email is not null')).rows,
      {
        timeout: 15_000,
      },
    )
    .toContainEqual({ status: 'pending' });
  expect(door.complaints).toEqual([]);
}, 60_000);
