import type { Cell } from './cell.ts';

/** Words, kept exactly as they stand, spaces included. Length in UTF-16 units. */
export function textCell(lengthMax: number): Cell {
  return {
    read: (text) => (text.length <= lengthMax ? text : null),
    expects: `at most ${lengthMax} characters long`,
    isText: true,
  };
}
