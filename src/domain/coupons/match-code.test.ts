import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexCodes } from './code-index.ts';
import { TableCode } from './code-match.ts';
import { matchCode } from './match-code.ts';

const table = (...codes: string[]) => indexCodes(codes.map((code) => TableCode.parse({ code })));
const INDEX = table(
  'SAVE20',
  'SAVE10',
  'SUMMER-EXCLUSIVE',
  'ANNA15',
  'Ben_Deals',
  'VIPX7K2Q9',
  'SAVEXL20',
  'Ökoweek',
  'TEACHER50',
);
const match = (observed: string) => matchCode({ observed }, INDEX);

describe('matchCode', () => {
  it.each([
    ['SAVE20', 'SAVE20', 'exact'],
    ['save20', 'SAVE20', 'normalised'],
    ['S A V E 2 0', 'SAVE20', 'normalised'],
    ['SA\u200bVE\u200d20', 'SAVE20', 'normalised'],
    ['ＳＡＶＥ２０', 'SAVE20', 'normalised'],
    ['ЅАVЕ20', 'SAVE20', 'normalised'],
    ['save-20.', 'SAVE20', 'normalised'],
    ['Summer Exclusive', 'SUMMER-EXCLUSIVE', 'normalised'],
    ['ΑΝΝΑ15', 'ANNA15', 'normalised'],
    ['anna١٥', 'ANNA15', 'normalised'],
    ['𝐀𝐍𝐍𝐀𝟏𝟓', 'ANNA15', 'normalised'],
    ['OKOWEEK', 'Ökoweek', 'normalised'],
    ['bendeals', 'Ben_Deals', 'normalised'],
    ['#TEACHER50', 'TEACHER50', 'normalised'],
    ['5AVE2O', 'SAVE20', 'look_alike'],
    ['4NN415', 'ANNA15', 'look_alike'],
    ['T34CH3R50', 'TEACHER50', 'look_alike'],
    ['VIPX7••Q9', 'VIPX7K2Q9', 'mask'],
    ['SUMMER…', 'SUMMER-EXCLUSIVE', 'mask'],
    ['SUMM***********IVE', 'SUMMER-EXCLUSIVE', 'mask'],
    ['SAVE20! 🎉', 'SAVE20', 'normalised'],
    ['$AVE20', 'SAVE20', 'look_alike'],
    ['SUMM*IVE', null, 'none'],
    ['••••HER50', 'TEACHER50', 'mask'],
    ['SUMMERE XCLUSIVE', 'SUMMER-EXCLUSIVE', 'normalised'],
    ['S****0', null, 'mask'],
    ['5AVE••', null, 'mask'],
    ['T34CH••50', null, 'mask'],
    ['VIPX--2Q9', 'VIPX7K2Q9', 'mask'],
    ['VIPX7XXQ9', 'VIPX7K2Q9', 'mask'],
    ['SAVE20*', 'SAVE20', 'normalised'],
    ['**SAVE20**', 'SAVE20', 'normalised'],
    ['S*A*V*E*2*0', 'SAVE20', 'normalised'],
    ['S|A|V|E|2|0', 'SAVE20', 'normalised'],
    ['CODE: SAVE20', 'SAVE20', 'normalised'],
    ['Use code “Save 20” at checkout', 'SAVE20', 'normalised'],
    ['Gutscheincode=anna15', 'ANNA15', 'normalised'],
    ['SAVE20 / ANNA15', null, 'normalised'],
    ['Save 20%', null, 'normalised'],
    ['\u202e02EVAS\u202c', 'SAVE20', 'normalised'],
    ['SAV€20', 'SAVE20', 'look_alike'],
    ['SUrnrnER exclusive', 'SUMMER-EXCLUSIVE', 'look_alike'],
    ['🆂🅰🆅🅴20', 'SAVE20', 'normalised'],
    ['ⓢⓐⓥⓔ②⓪', 'SAVE20', 'normalised'],
    ['S\u0336A\u0336V\u0336E\u033620', 'SAVE20', 'normalised'],
    ['ѕаνе20', 'SAVE20', 'normalised'],
  ] as const)('%j means %s, %s', (observed, code, how) => {
    const found = match(observed);
    expect(found).toMatchObject({ match: code, how });
  });

  it('names every code that a mask could hide, and none of them when there are several', () => {
    expect(match('SAVE••')).toMatchObject({ match: null, how: 'mask', candidates: ['SAVE20', 'SAVE10'] });
    expect(match('SAVE…20')).toMatchObject({ match: null, candidates: ['SAVE20', 'SAVEXL20'] });
  });

  it.each(['SUMMERE XCLUSVE', 'TAECHER50', 'TEACHR50', 'TEACHEER50', 'TEACHIR50'])(
    'says what %j, one slip away, could be, and names nothing',
    (observed) => {
      const found = match(observed);
      expect(found).toMatchObject({ match: null, how: 'near' });
      expect(['SUMMER-EXCLUSIVE', 'TEACHER50']).toContain(found.candidates[0]);
      expect(found.probability).toBeLessThan(0.6);
    },
  );

  it.each(['hot summer deals', 'WELCOME 30', 'HANNA15', 'SAVE', 'SAVE20••', 'BEN DEALS5', 'SKU-203341'])(
    'takes %j for no code of the table',
    (observed) => {
      expect(match(observed).match).toBeNull();
    },
  );

  it('takes another digit for another code', () => {
    expect(match('SAVE30').match).toBeNull();
    expect(match('SAVE200').match).toBeNull();
    expect(match('ANNA16').match).toBeNull();
  });

  it('prefers the code that is there to one that it looks like', () => {
    const both = table('SALE10', 'SALEIO');
    expect(matchCode({ observed: 'saleio' }, both).match).toBe('SALEIO');
    expect(matchCode({ observed: 'sale10' }, both).match).toBe('SALE10');
    expect(matchCode({ observed: 'SALE1O' }, both)).toMatchObject({
      match: null,
      candidates: expect.arrayContaining(['SALE10', 'SALEIO']),
    });
  });

  it.each(['', ' ', '•••', '…', '*', '10', '%', 'a', '😀', '\u0000'])('finds nothing in %j', (observed) => {
    expect(match(observed).match).toBeNull();
  });

  const LETTERS = 'ABCDEFGHJKMNPRSTUVWXYZ';
  const code = fc
    .tuple(
      fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 4, maxLength: 9 }),
      fc.constantFrom('5', '10', '15', '20', '25', '30', ''),
    )
    .map(([word, number]) => word + number);
  const codes = fc.uniqueArray(code, { minLength: 1, maxLength: 60 });
  const WAYS: readonly ((text: string) => string)[] = [
    (text) => text.toLowerCase(),
    (text) => [...text].join(' '),
    (text) => [...text].join('\u200b'),
    (text) => text.replaceAll(/[\u0021-\u007e]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    (text) => text.replaceAll(/[AEOPCXTKMHB]/g, (c) => 'АЕОРСХТКМНВ'['AEOPCXTKMHB'.indexOf(c)] ?? c),
    (text) => ` "${text}". `,
    (text) => `${text.slice(0, 3)}-${text.slice(3)}`,
  ];

  it('finds every code again through case, spacing, zero width, full width, other alphabets and quotes', () => {
    fc.assert(
      fc.property(codes, fc.array(fc.constantFrom(...WAYS), { minLength: 1, maxLength: 3 }), (all, ways) => {
        const index = table(...all);
        for (const each of all) {
          const observed = ways.reduce((text, way) => way(text), each);
          expect(matchCode({ observed }, index)).toMatchObject({ match: each });
        }
      }),
    );
  });

  it('never throws, and never names a code that is not in the table', () => {
    fc.assert(
      fc.property(codes, fc.string({ unit: 'binary', maxLength: 40 }), (all, observed) => {
        const found = matchCode({ observed }, table(...all));
        if (found.match !== null) expect(all).toContain(found.match);
        expect(found.probability).toBeLessThanOrEqual(1);
      }),
    );
  });
});
