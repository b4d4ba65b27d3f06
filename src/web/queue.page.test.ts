import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProposalView } from '../domain/proposals/proposal-view.ts';
import { openPageDoor, type PageDoor } from './testing/page-door.ts';
import { type SeedCase, seedCase } from './testing/seed-queue.ts';

let door: PageDoor;
beforeAll(async () => {
  door = await openPageDoor({ undoSeconds: 1 });
});
afterAll(() => door.close());

const seed = (partnerId: string, more: Partial<SeedCase> = {}) =>
  seedCase(door.database.pools, { kind: 'partner.warn', partnerId, ...more });
const cardOf = (page: Page, id: string): Locator => page.locator(`[data-proposal-id="${id}"]`);
const gone = (locator: Locator) => locator.waitFor({ state: 'detached' });
const named = (inside: Page | Locator, name: RegExp | string) =>
  inside.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

async function asked(id: string): Promise<ProposalView> {
  const authorization = `Bearer ${await reader}`;
  return (await (
    await fetch(`${door.url}/api/proposals/${id}`, { headers: { authorization } })
  ).json()) as ProposalView;
}
let reader: Promise<string>;
beforeAll(() => {
  reader = door.token('reader', 'viewer');
});

describe('signing in', () => {
  it('works by the link, once', async () => {
    const context = await door.browser.newContext();
    const page = await context.newPage();
    await page.goto(door.url);
    await page.getByRole('heading', { name: 'Sign in to Marginkeeper' }).waitFor();
    const link = await door.signInLink('Once', 'viewer');
    await page.goto(link);
    await page.getByRole('heading', { level: 1, name: /^Queue/ }).waitFor();
    await context.clearCookies();
    const again = await page.goto(link);
    expect(again?.status()).toBeGreaterThanOrEqual(400);
    await context.close();
  });
});

describe('deciding', () => {
  it('approves by key: the card leaves, the next is there, the receipt arrives', async () => {
    const first = await seed('hold-1', { kind: 'commission.hold', units: 900 });
    const second = await seed('hold-2', { kind: 'commission.hold', units: 800 });
    const page = await door.enter('Anna');
    await page.locator(`[data-proposal-id="${first}"][aria-current="true"]`).waitFor();
    await page.keyboard.press('a');
    await gone(cardOf(page, first));
    await page.locator(`[data-proposal-id="${second}"][aria-current="true"]`).waitFor();
    await page.locator(`[data-receipt-for="${first}"]`).waitFor({ timeout: 15_000 });
    expect((await asked(first)).status).toBe('delivered');
    await page.context().close();
  });

  it('decides as soon as cards are there, before the figures of the frame are', async () => {
    const id = await seed('early');
    const page = await door.enter('Anna');
    await page.route('**/api/status', () => undefined);
    await page.reload();
    await cardOf(page, id).locator('[data-card-face]').click();
    await page.keyboard.press('a');
    await gone(cardOf(page, id));
    await page.context().close();
  });

  it('rejects in the card with a comment that is kept', async () => {
    const id = await seed('reject');
    const page = await door.enter('Anna');
    const card = cardOf(page, id);
    await named(card, /^Reject/).click();
    await card.getByRole('textbox').fill('Known partner.');
    await named(card, /^Reject/).click();
    await gone(card);
    await expect.poll(async () => (await asked(id)).status).toBe('rejected');
    expect((await asked(id)).decisions.at(-1)?.comment).toBe('Known partner.');
    await page.context().close();
  });

  it('opens the evidence of the card that was asked', async () => {
    const id = await seed('evidence');
    const page = await door.enter('Anna');
    await named(cardOf(page, id), /^Evidence/).click();
    const evidence = page.locator(`[data-evidence="${id}"]`);
    await evidence.getByText('Orders less than 60 s after the click').waitFor();
    await evidence.locator('svg[class^="plot"]').waitFor();
    await page.context().close();
  });

  it('sends the words that a person changed', async () => {
    const id = await seed('edit');
    const page = await door.enter('Anna');
    await cardOf(page, id).locator('[data-card-face]').click();
    await page.keyboard.press('e');
    await page.getByLabel('Text of the letter').fill('Dear partner, please call us.');
    await named(page, 'Approve with these words').click();
    await gone(cardOf(page, id));
    await expect
      .poll(async () => (await asked(id)).decisions.at(-1))
      .toMatchObject({
        decision: 'edit',
        edits: { body: 'Dear partner, please call us.' },
      });
    await page.context().close();
  });

  it('approves two selected at once', async () => {
    const ids = [await seed('bulk-1'), await seed('bulk-2')];
    const page = await door.enter('Anna');
    for (const id of ids) await cardOf(page, id).getByRole('checkbox').check();
    await named(page, 'Approve 2').click();
    for (const id of ids) {
      await gone(cardOf(page, id));
      await page.locator(`[data-receipt-for="${id}"]`).waitFor({ timeout: 15_000 });
    }
    await page.context().close();
  });

  it('asks for the name where two people are needed, and waits for the second', async () => {
    const id = await seed('two', { kind: 'commission.hold', units: 6_000, name: 'Grand Vouchers' });
    const anna = await door.enter('Anna');
    const ben = await door.enter('Ben');
    await named(cardOf(anna, id), /^Approve/).click();
    const dialog = anna.getByRole('dialog');
    expect(await named(dialog, /^Approve/).isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('grand vouchers');
    await named(dialog, /^Approve/).click();
    await cardOf(ben, id).getByText('1 of 2 people').waitFor();
    await named(cardOf(ben, id), /^Approve/).click();
    await ben.getByRole('dialog').getByRole('textbox').fill('two');
    await named(ben.getByRole('dialog'), /^Approve/).click();
    await ben.locator(`[data-receipt-for="${id}"]`).waitFor({ timeout: 15_000 });
    await gone(cardOf(anna, id));
    await anna.context().close();
    await ben.context().close();
  });
});

describe('deciding beside others', () => {
  async function rejectAs(name: string, id: string): Promise<void> {
    const authorization = `Bearer ${await door.token(name, 'approver')}`;
    const { shownHash } = await asked(id);
    const answer = await fetch(`${door.url}/api/proposals/${id}/decision`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ decision: 'reject', shownHash }),
    });
    expect(answer.status).toBe(200);
  }

  it('keeps a card that somebody else decided under the eyes of who looks at it, and says who', async () => {
    const id = await seed('lost');
    const page = await door.enter('Anna');
    await cardOf(page, id).locator('[data-card-face]').click();
    await rejectAs('Carla', id);
    await cardOf(page, id).getByText('Carla rejected this a moment ago.').waitFor();
    expect(await named(page.getByRole('article'), /^Approve/).count()).toBe(0);
    await page.keyboard.press('a');
    await page.keyboard.press('j');
    await gone(cardOf(page, id));
    expect((await asked(id)).decisions.map(({ by }) => by)).toEqual(['Carla']);
    await page.context().close();
  });

  it('tells the loser of a race on the card who was first', async () => {
    const id = await seed('race');
    const page = await door.enter('Anna');
    // Deaf to live updates, as one is for a moment after somebody else's click.
    await page.route('**/events', (route) => route.fulfill({ contentType: 'text/event-stream', body: '' }));
    await page.reload();
    await cardOf(page, id).waitFor();
    await rejectAs('Dora', id);
    await named(cardOf(page, id), /^Approve/).click();
    await cardOf(page, id).getByText('Decided by Dora a moment ago.').waitFor();
    await named(cardOf(page, id), 'Dismiss').click();
    await gone(cardOf(page, id));
    await page.context().close();
  });
});

it('makes no browser complain', () => {
  // A refused decision is one of the answers tried above, and browsers note each 4xx.
  expect(door.complaints.filter((text) => !/status of (?:409|401)/.test(text))).toEqual([]);
});

describe('a long queue', () => {
  it('opens at the top of its list, though the cards with most money come in last', async () => {
    const ids = [await seed('most', { kind: 'commission.clawback', units: 4_900 })];
    for (let index = 0; index < 55; index += 1)
      ids.push(await seed(`long-${index}`, { conversions: 1, units: 1 }));
    ids.push(await seed('most-too', { kind: 'commission.clawback', units: 4_800 }));
    const page = await door.enter('Hugo');
    const cards = page.locator('[data-proposal-id]');
    await expect.poll(() => cards.count()).toBeGreaterThanOrEqual(ids.length);
    await expect.poll(() => cards.first().getAttribute('aria-current')).toBe('true');
    expect(await page.locator('[aria-current="true"][data-proposal-id]').count()).toBe(1);
    await page.context().close();
  });
});
