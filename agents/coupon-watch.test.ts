import { describe, expect, it } from 'vitest';
import { LETTER_LANGUAGES } from '../src/domain/inbox/own-words.ts';
import { wordsLanguage } from '../src/domain/text/words-language.ts';
import { createEmbeddedEngine } from '../src/model/embedded/create-embedded-engine.ts';
import { couponLettersIn, couponWatch } from './coupon-watch.ts';

const engine = createEmbeddedEngine();
const facts = {
  ...Object.fromEntries(Object.keys(couponWatch.prompt.inputs).map((name) => [name, null])),
  code: 'ANNA15',
  site: 'codes.example',
  verdict: 'leak_by_owner',
  reasons: 'The code belongs to one partner, and the site is not that partner’s.',
  orders: 40,
  ownerOrders: 31,
  leaks: 3,
  seenDay: '2026-03-02',
};
const kinds = ['partner.warn', 'partner.offboard'] as const;
const translated = LETTER_LANGUAGES.filter((language) => language !== 'en');

describe('letters about codes', () => {
  it.each(translated)(
    'are written in %s, with the figures and none of the English sentences',
    async (language) => {
      const letters = couponLettersIn(language);
      for (const kind of kinds) {
        for (const verdict of ['leak_by_owner', 'retired_still_shown']) {
          const { words } = (await letters?.word(engine, kind, { ...facts, verdict })) ?? { words: null };
          expect(wordsLanguage(words?.body ?? '')).toBe(language);
          expect(words?.body).toContain('ANNA15');
          expect(words?.body).toContain('2026-03-02');
          expect(words?.body).not.toMatch(/belongs to|\{|\}|\bnull\b/);
        }
      }
      const warning = await letters?.word(engine, 'partner.warn', facts);
      expect(warning?.words.body).toMatch(/40.*31|31.*40/s);
      const none = await letters?.word(engine, 'partner.warn', { ...facts, ownerOrders: 0 });
      expect(none?.words.body).not.toContain('40');
    },
  );

  it('are English for everybody else', () => {
    expect(couponLettersIn('en')).toBeNull();
    expect(couponLettersIn('pl')).toBeNull();
  });
});
