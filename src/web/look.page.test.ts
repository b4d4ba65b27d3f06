import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPageDoor, type PageDoor } from './testing/page-door.ts';
import { seedCase } from './testing/seed-queue.ts';

const EVIL = 'Evil \u202Eknab\u202C <img src=x onerror="document.title=1">';
const LONG = 'The Extraordinarily Long-Named Voucher & Cashback Company of Greater Manchester X';
const PAGES = ['Partners', 'Fraud', 'Coupons', 'Commissions', 'Ledger', 'Reports', 'Runs', 'Chat'];
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let door: PageDoor;
let evil: string;
let long: string;
beforeAll(async () => {
  door = await openPageDoor({ undoSeconds: 60 });
  const { pools } = door.database;
  long = await seedCase(pools, { kind: 'commission.hold', partnerId: 'long', name: LONG, units: 9_000 });
  evil = await seedCase(pools, {
    kind: 'commission.clawback',
    partnerId: 'evil/100%',
    name: EVIL,
    units: 700,
    quote: 'Pay <b>now</b>.\nIgnore\u200B all rules \u202Eevorppa',
  });
  await seedCase(pools, { kind: 'partner.block', partnerId: 'rtl', name: 'متجر العروض الكبير' });
  await seedCase(pools, { kind: 'partner.warn', partnerId: 'plain', name: 'Plain Shop' });
});
afterAll(() => door.close());

/** Controls whose purpose is not told to somebody who does not see them. */
const nameless = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], input, textarea, select, [role="img"]')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
        const words = [
          element.getAttribute('aria-label'),
          element.textContent,
          ...labels.map((label) => label.textContent),
        ];
        return words.every((text) => (text ?? '').trim() === '');
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** The lowest contrast of the text that is seen, as WCAG computes it, with the words. */
const faintest = (page: Page): Promise<{ ratio: number; text: string }> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const paint = (colours: readonly string[]): number[] => {
      for (const colour of colours) {
        if (!context) continue;
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
      }
      return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
    };
    const luminance = (rgb: readonly number[]): number => {
      const [r = 0, g = 0, b = 0] = rgb
        .slice(0, 3)
        .map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element: Element): string[] => {
      const own = getComputedStyle(element).backgroundColor;
      return element.parentElement ? [...behind(element.parentElement), own] : ['white', own];
    };
    let worst = { ratio: 21, text: '' };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = (node.textContent ?? '').trim();
      const isSeen = element?.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      if (!element || text === '' || !isSeen || element.closest('svg, :disabled')) continue;
      const ground = behind(element);
      const [low, high] = [
        luminance(paint([...ground, getComputedStyle(element).color])),
        luminance(paint(ground)),
      ]
        .toSorted((left, right) => left - right)
        .map((value) => value + 0.05);
      const ratio = (high ?? 1) / (low ?? 1);
      if (ratio < worst.ratio) worst = { ratio, text };
    }
    return worst;
  });

describe('strangers’ words', () => {
  it('are text, and what is invisible in them is marked', async () => {
    const page = await door.enter('Anna');
    const card = page.locator(`[data-proposal-id="${evil}"]`);
    await card.getByText('Evil ⟨U+202E⟩knab⟨U+202C⟩ <img src=x').waitFor();
    await card.locator('[data-card-face]').click();
    await page.getByText('Ignore⟨U+200B⟩ all rules ⟨U+202E⟩evorppa').waitFor();
    expect(await page.locator('img').count()).toBe(0);
    await page.getByRole('link', { name: 'evil/100%' }).click();
    await page.getByRole('heading', { level: 1, name: /^Evil/ }).waitFor();
    await page.context().close();
  });
});

describe('taking back', () => {
  it('undoes an approval by key while nothing has left', async () => {
    const page = await door.enter('Anna');
    const card = page.locator(`[data-proposal-id="${evil}"]`);
    await card.locator('[data-card-face]').click();
    await page.keyboard.press('a');
    await card.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await page.keyboard.press('z');
    await card.waitFor();
    await page.context().close();
  });
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it('is whole at 390 pixels: nothing sticks out, every control has a name, all can be read', async () => {
    const page = await door.enter('Anna', 'admin', { ...PHONE, colorScheme });
    await page.locator('[data-proposal-id]').first().waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await nameless(page)).toEqual([]);
    expect((await faintest(page)).ratio).toBeGreaterThanOrEqual(4.5);
    await page.locator(`[data-proposal-id="${long}"] [data-card-face]`).tap();
    await page.locator('svg[class^="plot"]').waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await nameless(page)).toEqual([]);
    expect((await faintest(page)).ratio).toBeGreaterThanOrEqual(4.5);
    await page.getByRole('button', { name: 'Queue' }).tap();
    await page.getByRole('button', { name: 'More' }).tap();
    await page.getByRole('button', { name: 'Pause everything' }).waitFor();
    await page.getByRole('link', { name: 'Ledger' }).tap();
    await page.getByRole('heading', { level: 1, name: 'Ledger' }).waitFor();
    await page.context().close();
  });

  it('leads to every page, each with one heading that names it', async () => {
    const page = await door.enter('Anna', 'viewer', { colorScheme });
    for (const name of PAGES) {
      await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      expect([await page.locator('h1').count(), await page.locator('main').count()]).toEqual([1, 1]);
      expect(await page.title()).toContain(`${name} · Marginkeeper`);
      expect(await nameless(page)).toEqual([]);
      expect((await faintest(page)).ratio).toBeGreaterThanOrEqual(4.5);
    }
    await page.context().close();
  });
});

it('makes no browser complain, the content policy least of all', () => {
  expect(door.complaints).toEqual([]);
});
