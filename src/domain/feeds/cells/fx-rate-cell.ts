import type { Cell } from './cell.ts';

const DECIMAL = /^\s*\+?(\d{1,9})(?:\.(\d{1,12}))?\s*$/;

/** What one unit of a currency is worth in another, in decimal text above zero; never through a float. */
export const fxRateCell: Cell = {
  read: (text) => {
    const match = DECIMAL.exec(text);
    if (match === null) return text.trim() === '' ? '' : null;
    const whole = (match[1] ?? '').replace(/^0+(?=\d)/, '');
    const part = (match[2] ?? '').replace(/0+$/, '');
    if (whole === '0' && part === '') return null;
    return part === '' ? whole : `${whole}.${part}`;
  },
  expects: 'a rate above zero, as in 0.8712',
  isText: false,
};
