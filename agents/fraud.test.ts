import { describe, expect, it } from 'vitest';
import { createEmbeddedEngine } from '../src/model/embedded/create-embedded-engine.ts';
import { fraud } from './fraud.ts';

const engine = createEmbeddedEngine();
const SECTIONS = Object.keys(fraud.outputs) as (keyof typeof fraud.outputs)[];
const full = {
  network: 'awin',
  verdict: 'decline',
  families: 'timing and in-cart',
  signals: 'Orders follow the click too fast.',
  timed: 412,
  fast: 128,
  sharePercent: '31.1 %',
  baselinePercent: '1.9 %',
  conversions: 430,
  windowsCounting: 3,
  windowsLooked: 3,
  asOfDay: '2026-01-31',
  holdMoney: 'GBP 6,102.50',
  holdCount: 97,
  clawbackMoney: 'GBP 812.00',
  clawbackCount: 12,
  revised: null,
};

describe('the fraud agent', () => {
  it.each(SECTIONS)('words %s from figures, with nothing left over', async (section) => {
    const { words, madeBy } = await fraud.word(engine, section, full);
    expect(JSON.stringify(words)).not.toMatch(/[{}%]{2}|null|undefined/);
    expect(madeBy).toEqual({ engine: 'embedded@1', prompt: 'fraud@1' });
  });

  it.each(SECTIONS)('words %s when the share could not be computed', async (section) => {
    const facts = { ...full, sharePercent: null, baselinePercent: null, holdMoney: null };
    const { words } = await fraud.word(engine, section, facts);
    expect(Object.values(words).join(' ')).not.toMatch(/null|of 412 orders/);
  });

  it('says in a revision that it is one', async () => {
    const { words } = await fraud.word(engine, 'commission.hold', { ...full, revised: 'yes' });
    expect(words.summary).toMatch(/^Computed again after your comment\./);
  });

  it('stops at a fact that its prompt needs and nobody gave', () => {
    const { network: _left, ...rest } = full;
    expect(() => fraud.word(engine, 'commission.hold', rest)).toThrow('needs the fact "network"');
  });

  it('writes the letter without the name of anybody', async () => {
    const { words } = await fraud.word(engine, 'partner.warn', full);
    expect(words.body).toMatchInlineSnapshot(`
      "Hello,

      while checking recent orders on awin up to 2026-01-31 we found a pattern that we would like you to explain.

      Of 412 orders with a known click, 128 (31.1 %) were placed less than a minute after the click; for comparable partners it is 1.9 %.

      Orders follow the click too fast.

      Until this is settled, GBP 6,102.50 of unpaid commission may be kept back. Nothing has been decided against you.

      Please tell us within ten working days how these orders came about: where your links stand, which sub-affiliates or tools are involved, and anything else that explains the figures. If you think that we are mistaken, say so in your answer: a person will look at the orders again before anything final happens.

      Kind regards
      The affiliate team"
    `);
  });
});
