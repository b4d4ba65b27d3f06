import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPageDoor, type PageDoor } from './testing/page-door.ts';
import { seedCase } from './testing/seed-queue.ts';

const EVIL = 'Evil \u202Eknab <img src=x onerror="document.title=1">';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
let door: PageDoor;
let holdId: string;
beforeAll(async () => {
  door = await openPageDoor({ undoSeconds: 60 });
  const { pools } = door.database;
  holdId = await seedCase(pools, { kind: 'commission.hold', partnerId: 'p17', name: 'Dealzone', units: 480 });
  await seedCase(pools, { kind: 'partner.block', partnerId: 'evil', name: EVIL });
});
afterAll(() => door.close());

async function chatPage(name: string, role: 'viewer' | 'approver', options = {}): Promise<Page> {
  const page = await door.enter(name, role, options);
  await page.goto(`${door.url}/chat`);
  await page.getByRole('heading', { level: 1, name: 'Chat', exact: true }).waitFor();
  return page;
}
const answered = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Send', exact: true }).waitFor();
const say = async (page: Page, message: string): Promise<void> => {
  await answered(page);
  await page.getByLabel('Message').fill(message);
  await page.keyboard.press('Enter');
};
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe('the chat page', () => {
  it('answers with looks that unfold and links to the rows, and keeps the conversation', async () => {
    const page = await chatPage('Anna', 'viewer');
    await page.getByRole('button', { name: 'What waits for me?' }).click();
    await page.getByText('2 proposals wait for a decision').waitFor();
    await say(page, 'How is Dealzone doing?');
    const log = page.getByRole('log');
    await log.getByText('Dealzone is a partner (coupon) on awin').waitFor();
    // What was kept takes the place of what was heard, and is folded.
    await answered(page);
    await log.getByText('2 looks').click();
    await log.getByText('partners_status').waitFor();
    await say(page, 'and why is it held?');
    await log.getByText('Nothing of Dealzone’s commission is held.').waitFor();
    await page.reload();
    await log.getByText('Nothing of Dealzone’s commission is held.').waitFor();
    await page.getByRole('navigation', { name: 'Conversations' }).getByText('What waits for me?').waitFor();
    await log.locator(`a[href="/proposals/${holdId}"]`).last().click();
    await page.waitForURL(`**/proposals/${holdId}`);
    await page.context().close();
  });

  it('makes a new line with Shift+Enter', async () => {
    const page = await chatPage('Anna', 'viewer');
    const field = page.getByLabel('Message');
    await field.fill('one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    expect(await field.inputValue()).toBe('one\ntwo');
    await page.context().close();
  });

  it('stops with Escape, and says so', async () => {
    const page = await chatPage('Stefan', 'viewer');
    await page.route('**/chat', (route) =>
      route.request().method() === 'POST' ? undefined : route.continue(),
    );
    await say(page, 'What waits for me?');
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('log').getByText('Stopped.').waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
    await page.context().close();
  });

  it('pauses after a yes on a button', async () => {
    const page = await chatPage('Ben', 'approver');
    await say(page, 'pause everything');
    await page.getByRole('button', { name: 'Yes, pause everything' }).click();
    await page.getByText('Paused by Ben').waitFor();
    await say(page, 'resume');
    await page.getByRole('button', { name: 'Yes, resume' }).click();
    await page.getByText('Paused by Ben').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('shows a stranger’s name as text', async () => {
    const page = await chatPage('Vera', 'viewer');
    await say(page, 'status of partner evil');
    await page.getByRole('log').getByText('Evil ⟨U+202E⟩knab <img src=x').first().waitFor();
    expect(await page.locator('img').count()).toBe(0);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('fits 390 pixels in %s colours', async (colorScheme) => {
    const page = await chatPage('Anna', 'viewer', { ...PHONE, colorScheme });
    await say(page, 'How is Dealzone doing?');
    await page.getByRole('log').getByText('Dealzone is a partner').waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

it('makes no browser complain', () => {
  expect(door.complaints).toEqual([]);
});
