import { describe, expect, it } from 'vitest';
import { glossIndex } from './gloss-words.ts';
import { mailGloss, pairPlace } from './mail-gloss.ts';

const ideas = glossIndex('en').concepts;
const namedIn = (counts: Uint16Array): string[] => ideas.filter((_, at) => (counts[at] ?? 0) > 0);

describe('mailGloss', () => {
  it.each([
    ['en', 'Still waiting for the September payout.'],
    ['de', 'Ich warte immer noch auf die Auszahlung.'],
    ['fr', "J'attends toujours le virement."],
    ['es', 'Sigo esperando la transferencia.'],
    ['it', 'Il bonifico non è arrivato.'],
    ['pt', 'Ainda não recebi o pagamento.'],
    ['nl', 'De betaling is nog niet binnen.'],
    ['ar', 'لم يصل التحويل حتى الآن'],
  ])('finds the same ideas in %s', (language, text) => {
    expect(namedIn(mailGloss('', text, language).body)).toEqual(expect.arrayContaining(['payment', 'late']));
  });

  it('does not read one language with the words of another', () => {
    expect(namedIn(mailGloss('', 'Tengo algo para ti.', 'es').body)).not.toContain('money');
    expect(namedIn(mailGloss('', 'Para nerede?', 'tr').body)).toContain('money');
  });

  it('keeps apart what is said not to be meant', () => {
    const gloss = mailGloss('', 'I am not after a coupon. Could you send a banner?', 'en');
    expect(namedIn(gloss.negated)).toEqual(['coupon']);
    expect(namedIn(gloss.asked)).toContain('banner');
  });

  it('pairs ideas of one sentence only', () => {
    const place = pairPlace(ideas.indexOf('coupon'), ideas.indexOf('expired'));
    expect(mailGloss('', 'The coupon expired.', 'en').pairs.has(place)).toBe(true);
    expect(mailGloss('', 'The coupon. It expired.', 'en').pairs.has(place)).toBe(false);
  });
});

describe('the word lists', () => {
  it('have words in each of twelve languages', () => {
    for (const language of ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ar', 'pl', 'sv', 'tr', 'ja']) {
      const { byFirstWord, byStem, infixes } = glossIndex(language);
      expect(byFirstWord.size + byStem.size + infixes.length).toBeGreaterThan(300);
    }
  });
});
