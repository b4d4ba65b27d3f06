import { describe, expect, it } from 'vitest';
import { CONCEPTS } from './concepts.ts';
import { countTerms, indexTerms, termWords } from './term-index.ts';

const counted = (text: string): Record<string, number> => {
  const counts = countTerms(CONCEPTS, termWords(text));
  return Object.fromEntries(
    CONCEPTS.concepts.flatMap((name, at) => (counts[at] ? [[name, counts[at]]] : [])),
  );
};

describe('countTerms', () => {
  it('takes whole words, stems, and words of several words', () => {
    const index = indexTerms([
      { a: { en: 'cease and desist, sue' }, b: { en: 'lawyer*' }, c: { de: '*zahlung*' } },
    ]);
    const counts = (text: string) => [...countTerms(index, termWords(text))];
    expect(counts('A cease-and-desist letter')).toEqual([1, 0, 0]);
    expect(counts('This issue')).toEqual([0, 0, 0]);
    expect(counts('Our LAWYERS; our lawyer')).toEqual([0, 2, 0]);
    expect(counts('Provisionszahlungen')).toEqual([0, 0, 1]);
  });

  it.each([
    ['Our solicitor will be in touch', 'legal'],
    ['Unser Anwalt meldet sich', 'legal'],
    ['Notre avocat vous contactera', 'legal'],
    ['Nuestro abogado', 'legal'],
    ['Il nostro avvocato', 'legal'],
    ['O nosso advogado', 'legal'],
    ['Onze advocaat', 'legal'],
    ['وسيتواصل محامينا معكم', 'legal'],
    ['أنا صحفي من جريدة', 'press'],
    ['Ich bin Journalistin', 'press'],
  ])('finds in "%s" %s', (text, concept) => {
    expect(counted(text)).toHaveProperty(concept);
  });
});
