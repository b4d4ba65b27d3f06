import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

describe('foldText', () => {
  it.each([
    ['Großartig, ÜBER', 'grossartig, uber'],
    ['réclamation Ça', 'reclamation ca'],
    ['I’m', "i'm"],
    ['ｌａｗｙｅｒ', 'lawyer'],
    ['law\u200Byer', 'lawyer'],
    ['أحمد', 'احمد'],
  ])('makes %s comparable', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});
