import type { Cell } from './cell.ts';

const THREE_LETTERS = /^[A-Z]{3}$/;

/** ISO 4217, small letters taken for capitals. */
export const currencyCell: Cell = {
  read: (text) => {
    const code = text.trim().toUpperCase();
    return code === '' || THREE_LETTERS.test(code) ? code : null;
  },
  expects: 'a currency in three letters, as in GBP',
  isText: false,
};
