/** Digits with the marks that stand inside a figure, a date or a reference. */
const FIGURE = /\d+(?:[.,:/-]\d+|[\u00a0\u202f' ]\d{3}(?!\d))*/gu;
const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})$/;
const DECIMALS = /[.,](\d{1,2})$/;

export interface Figure {
  readonly written: string;
  /** The same for one value however it is grouped: `1,234.50`, `1.234,5` and `1234.5` are one, and so are dates. */
  readonly value: string;
  /** Day, month and year of a date, each of which may be written alone; empty for anything else. */
  readonly parts: readonly string[];
}

/** Every figure of a text. A comma or a point counts as decimal when at most two digits follow it, and groups otherwise. */
export function figuresIn(text: string): Figure[] {
  return [...text.matchAll(FIGURE)].map(([written]) => {
    const numbers = written.split(/\D+/).map(plain);
    if (DATE.test(written)) return { written, value: numbers.toSorted().join(' '), parts: numbers };
    if (/[-:/]/.test(written)) return { written, value: numbers.join('-'), parts: [] };
    const decimals = DECIMALS.exec(written)?.[1];
    const whole = decimals === undefined ? written : written.slice(0, -decimals.length - 1);
    const fraction = decimals?.replace(/0+$/, '') ?? '';
    return {
      written,
      value: plain(whole.replaceAll(/\D/g, '')) + (fraction === '' ? '' : `.${fraction}`),
      parts: [],
    };
  });
}

const plain = (digits: string): string => digits.replace(/^0+(?=\d)/, '');
