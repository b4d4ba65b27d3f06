import type { Cell } from './cell.ts';

/** Zeros after the point are how spreadsheets write whole numbers. */
const WHOLE = /^\s*([+-]?\d{1,15})(?:\.0*)?\s*$/;

/** A whole number from `min` to `max`, both included. */
export function wholeNumberCell(min: number, max: number): Cell {
  return {
    read: (text) => {
      const match = WHOLE.exec(text);
      if (match === null) return text.trim() === '' ? '' : null;
      const value = Number(match[1]);
      return value >= min && value <= max ? String(value === 0 ? 0 : value) : null;
    },
    expects: `a whole number from ${min} to ${max}`,
    isText: false,
  };
}
