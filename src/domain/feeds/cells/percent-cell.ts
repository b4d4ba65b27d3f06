import type { Cell } from './cell.ts';

const DECIMAL = /^\s*\+?(\d{1,3}(?:\.\d{1,6})?)\s*$/;

/** A percentage from 0 to 100 in decimal text; `12.5` is 12.5 %. */
export const percentCell: Cell = {
  read: (text) => {
    const match = DECIMAL.exec(text);
    if (match === null) return text.trim() === '' ? '' : null;
    return Number(match[1]) <= 100 ? (match[1] ?? null) : null;
  },
  expects: 'a percentage from 0 to 100 without a sign for per cent, as in 12.5',
  isText: false,
};
