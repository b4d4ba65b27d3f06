import { describe, expect, it } from 'vitest';
import { goesOnRetired, headingSaysRetired, saysRetired } from './retired-words.ts';

describe('saysRetired', () => {
  it.each([
    'Le code MIEL8 ne marche pas, pourquoi ?',
    'VERAO24: inválido',
    'ce code ne fonctionne plus',
    'LOOM15 isn’t being accepted any longer.',
    'my 10% code (MAPLE10) has run out, a new one is on its way',
    'Tried FALL and HELIO20, neither works.',
    'Der Code wird nicht mehr angenommen.',
    'El código dejó de funcionar en septiembre.',
    'Il codice è stato disattivato.',
    'O cupom foi desativado pela loja.',
    'Deze kun je niet meer gebruiken',
    'kody, które nie działają:',
    'går inte längre att använda',
  ])('takes a code for over after `%s`', (text) => expect(saysRetired(text)).toBe(true));

  it.each([
    'Si le code ne marche pas, écrivez-nous',
    'Se o código for inválido, contacte-nos',
    'If the code does not work, clear your cookies.',
    'Online and at the gate, until the last sack is gone.',
    'not valid on sale items',
    'Use the code before we have run out of stock',
    'Nicht gültig auf Bücher.',
    'niet geldig op boeken',
    'non valable sur les livres',
    'the code no longer needs a minimum spend',
    'Kein Mindestbestellwert mehr nötig',
  ])('takes none for over after `%s`', (text) => expect(saysRetired(text)).toBe(false));

  it('takes what goes on about a code for news of it, and nothing else', () => {
    expect(goesOnRetired('It closed on the 31st.')).toBe(true);
    expect(goesOnRetired('Our autumn sale has ended.')).toBe(false);
  });

  it.each([
    'Old stuff',
    'Codes die niet meer werken',
    'Archiwum',
    'Less reliable codes',
    'Vergangene Aktionen',
  ])('takes all under the heading `%s` for over', (heading) =>
    expect(headingSaysRetired(heading)).toBe(true),
  );
  it.each(['Old Spice codes', 'Past & Present: our story', 'Last chance: 20% off'])(
    'but not under `%s`',
    (heading) => expect(headingSaysRetired(heading)).toBe(false),
  );
});
