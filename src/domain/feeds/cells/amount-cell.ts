import type { Cell } from './cell.ts';

const DECIMAL = /^\s*([+-]?)0*(\d{1,12})(?:\.(\d{1,6}))?\s*$/;
const LEADING_ZEROS = /^0+(?=\d)/;

/** Decimal text → micros as text, `7.781` → `7781000`; the same reading as `parseMicros`, without its objects. */
function read(text: string): string | null {
  const match = DECIMAL.exec(text);
  if (match === null) return text.trim() === '' ? '' : null;
  const micros = `${match[2]}${(match[3] ?? '').padEnd(6, '0')}`.replace(LEADING_ZEROS, '');
  return match[1] === '-' && micros !== '0' ? `-${micros}` : micros;
}

const EXPECTS = 'an amount in decimal text with a point and at most six decimals, as in 12.34';

/** Money of either sign: a network writes a correction as a negative amount. */
export const amountCell: Cell = { read, expects: EXPECTS, isText: false };

/** Money that cannot be below zero: a refund's sign is in its name. */
export const positiveAmountCell: Cell = {
  read: (text) => {
    const micros = read(text);
    return micros?.startsWith('-') ? null : micros;
  },
  expects: `${EXPECTS}, and not below zero`,
  isText: false,
};
