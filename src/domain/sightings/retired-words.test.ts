import { describe, expect, it } from 'vitest';
import { saysRetired } from './retired-words.ts';

describe('saysRetired', () => {
  it.each(['Le code MIEL8 ne marche pas, pourquoi ?', 'VERAO24: inválido', 'ce code ne fonctionne plus'])(
    'takes a code for over after `%s`',
    (text) => expect(saysRetired(text)).toBe(true),
  );

  it.each(['Si le code ne marche pas, écrivez-nous', 'Se o código for inválido, contacte-nos'])(
    'takes none for over after the mere case `%s`',
    (text) => expect(saysRetired(text)).toBe(false),
  );
});
