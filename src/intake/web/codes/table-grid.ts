import { plainText } from './plain-text.ts';

const ROWS_MAX = 2_000;
const HEAD_CHARACTERS_MAX = 60;

/** A table's cells in their rows. */
export interface TableGrid {
  /** Words of the first row's cells; of no meaning when `headed` is false. */
  readonly heads: readonly string[];
  /** The first row is made of heads. */
  readonly headed: boolean;
  readonly rows: readonly (readonly Element[])[];
}

export function tableGrid(table: Element): TableGrid {
  const all = [...table.querySelectorAll('tr')]
    .slice(0, ROWS_MAX)
    .filter((row) => row.closest('table') === table);
  const every = all.map((row) => [...row.children].filter(({ tagName }) => /^t[dh]$/i.test(tagName)));
  // A title over all columns is no row.
  const rows = every[0]?.length === 1 && (every[1]?.length ?? 0) > 1 ? every.slice(1) : every;
  const [first = []] = rows;
  const heads = first.map((cell) => plainText(cell, HEAD_CHARACTERS_MAX));
  const headed = first.length > 1 && first.every((cell) => isHead(cell));
  return { heads, headed, rows };
}

/** By its tag, or all of it in bold. */
function isHead(cell: Element): boolean {
  if (/^th$/i.test(cell.tagName) || cell.closest('thead') !== null) return true;
  const bold = cell.querySelector('b, strong');
  return bold !== null && plainText(bold, HEAD_CHARACTERS_MAX) === plainText(cell, HEAD_CHARACTERS_MAX);
}
