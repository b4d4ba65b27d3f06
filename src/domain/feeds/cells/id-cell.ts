import type { Cell } from './cell.ts';

/** Ids stand in index keys, which hold 2,700 bytes: three ids of this length always fit. */
const LENGTH_MAX = 200;

/** An id, a code or a name that rows are joined by: spaces round it are not part of it. */
export const idCell: Cell = {
  read: (text) => {
    const id = text.trim();
    return id.length <= LENGTH_MAX ? id : null;
  },
  expects: `at most ${LENGTH_MAX} characters long`,
  isText: true,
};
