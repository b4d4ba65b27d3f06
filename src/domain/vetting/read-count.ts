/** Words after a figure that multiply it, folded, in the languages of applications. */
const FACTORS: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:k|tsd\.?|tausend|thousand|mille?s?|mila|mil|duizend|tys\.?|tysiec\w*|tusen|bin|тыс\w*|الف|آلاف|الاف|천|千)$/u,
    1e3,
  ],
  [/^(?:万|萬|만)$/u, 1e4],
  [
    /^(?:m|mn|mio\.?|million\w*|millon\w*|milion\w*|milhao|milhoes|miljoen\w*|miljon\w*|milyon|млн|مليون|mil\.? ?mio)$/u,
    1e6,
  ],
];
const FIGURE = /^([+-]?)(\d[\d.,' \u00a0\u202f]*)\s*([^\d\s]+\.?)?$/u;

/**
 * A count as people write it: `12000`, `12,000`, `120.000`, `12.5k`, `1,2 Mio`.
 *
 * @returns null when it is no figure. A sign is kept, so that a negative figure can be called what it is.
 */
export function readCount(written: string): number | null {
  const text = written
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[+~≈ca.]+$/u, (end) => (end.includes('.') ? '' : ''));
  const match = FIGURE.exec(text.replace(/^[~≈><]\s*/u, ''));
  if (match === null) return null;
  const [, sign = '', digits = '', word] = match;
  const factor = word === undefined ? 1 : FACTORS.find(([pattern]) => pattern.test(word))?.[1];
  if (factor === undefined) return null;
  const value = plainNumber(digits.trim(), factor > 1);
  return value === null ? null : (sign === '-' ? -1 : 1) * value * factor;
}

/**
 * Digits with separators to a number: `1.234,5` and `1,234.5` alike.
 *
 * @param isScaled - a word such as "k" follows, so that one separator before one or two digits is a decimal point.
 */
export function plainNumber(digits: string, isScaled: boolean): number | null {
  const bare = digits.replaceAll(/[' \u00a0\u202f]/gu, '').replace(/[.,]+$/u, '');
  const marks = bare.match(/[.,]/gu) ?? [];
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  const tail = last < 0 ? '' : bare.slice(last + 1);
  const kinds = new Set(marks).size;
  const isDecimal = last >= 0 && (kinds === 2 || (marks.length === 1 && (tail.length !== 3 || isScaled)));
  const whole = (isDecimal ? bare.slice(0, last) : bare).replaceAll(/[.,]/gu, '');
  const value = Number(isDecimal ? `${whole || '0'}.${tail}` : whole);
  return Number.isFinite(value) ? value : null;
}
