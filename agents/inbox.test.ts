import { describe, expect, it } from 'vitest';
import { LETTER_LANGUAGES } from '../src/domain/inbox/own-words.ts';
import { createEmbeddedEngine } from '../src/model/embedded/create-embedded-engine.ts';
import { inbox, inboxIn } from './inbox.ts';

const engine = createEmbeddedEngine();
const SECTIONS = Object.keys(inbox.outputs) as (keyof typeof inbox.outputs)[];
const nothing = Object.fromEntries(Object.keys(inbox.prompt.inputs).map((name) => [name, null]));
const asked = { ...nothing, asOfDay: '2026-01-31', returnWindowDays: 30, language: 'en' };
const full = {
  ...asked,
  partnerStatus: 'active',
  network: 'awin',
  pendingMoney: 'GBP 12.00',
  approvedMoney: 'GBP 34.00',
  paidMoney: 'GBP 56.00',
  reversedMoney: 'GBP 7.00',
  heldMoney: 'GBP 8.00',
  oldestPendingDay: '2026-01-02',
  newestPaidOrderDay: '2025-12-24',
  ordersCredited: '553201 (2026-01-20, GBP 1.50)',
  ordersClickedNotCredited: '553202',
  ordersNotFound: 'yes',
  clicksLately: 120,
  clicksUsually: 100,
  salesLately: 4,
  salesUsually: 5,
  lastClickDay: '2026-01-31',
  lastSaleDay: '2026-01-30',
  currentRate: '8 %',
  offeredRate: '9 %',
  codesLive: 'ANNA10 (10 %)',
  codesEnded: 'ANNA5',
  bestSellers: 'Red tea pot, Blue lamp',
};
const cases = LETTER_LANGUAGES.flatMap((language) => SECTIONS.map((section) => [language, section] as const));

describe('the inbox agent', () => {
  it.each(cases)('has a letter in %s about %s, with and without figures', async (language, section) => {
    for (const facts of [
      full,
      asked,
      { ...asked, missing: 'partner' },
      { ...asked, missing: 'order_reference' },
    ]) {
      const { words, madeBy } = await inboxIn(language).word(engine, section, facts);
      const letter = `${words.subject}\n${words.body}`;
      expect(letter).not.toMatch(/[{}%]{2}|\bnull\b|undefined|\\| {2}|https?:/);
      expect(words.body).toMatch(/\n.+\n.+$/);
      expect(madeBy.prompt).toBe(language === 'en' ? 'inbox@1' : `inbox-${language}@1`);
    }
  });

  it.each(LETTER_LANGUAGES)('says every figure of a payment in %s', async (language) => {
    const { words } = await inboxIn(language).word(engine, 'payment', full);
    for (const figure of [
      'GBP 12.00',
      'GBP 34.00',
      'GBP 56.00',
      'GBP 7.00',
      'GBP 8.00',
      '553201',
      '2026-01-31',
    ]) {
      expect(words.body).toContain(figure);
    }
  });

  it.each(LETTER_LANGUAGES)('shows no figure of ours where it declines a raise in %s', async (language) => {
    const { words } = await inboxIn(language).word(engine, 'commission', { ...full, offeredRate: null });
    expect(words.body).not.toMatch(/\d/);
  });

  it.each(LETTER_LANGUAGES)('asks in %s for the order number that it needs', async (language) => {
    const plain = await inboxIn(language).word(engine, 'tracking', asked);
    const asking = await inboxIn(language).word(engine, 'tracking', { ...asked, missing: 'order_reference' });
    expect(asking.words.body.length).toBeGreaterThan(plain.words.body.length + 40);
  });

  it('writes English where it has no letters', () => {
    expect(inboxIn('pl')).toBe(inbox);
  });

  it('words a payment like this', async () => {
    const { words } = await inbox.word(engine, 'payment', full);
    expect(words.body).toMatchInlineSnapshot(`
      "Hello,

      thank you for your mail.

      This is how your commission of the last twelve months stands as of 2026-01-31:

      - pending: GBP 12.00 (oldest order: 2026-01-02)
      - approved, to be paid by the network: GBP 34.00
      - paid: GBP 56.00 (orders up to 2025-12-24)
      - cancelled after returns: GBP 7.00
      - kept back while a question is open: GBP 8.00

      An order's commission becomes final 30 days after delivery, when it can no longer be sent back; the network pays it out after that.

      Of the orders that you named, we have these for you: 553201 (2026-01-20, GBP 1.50).

      We could not find every order that you named among those credited to you. Please check the numbers.

      Kind regards
      The affiliate team"
    `);
  });

  it('declares every fact in every language', () => {
    for (const language of LETTER_LANGUAGES) {
      expect(inboxIn(language).prompt.inputs).toEqual(inbox.prompt.inputs);
      expect(inboxIn(language).prompt.instructions).toBe(inbox.prompt.instructions);
    }
  });
});
