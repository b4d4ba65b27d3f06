import { type CodeAt, codeAt, wholeCode } from '../../../domain/sightings/code-at.ts';
import { isCodeHead, isGoodsHead, saysNo } from '../../../domain/sightings/code-heads.ts';
import { findDiscount } from '../../../domain/sightings/find-discount.ts';
import { namedCode } from '../../../domain/sightings/named-code.ts';
import type { Candidate } from './candidate.ts';
import type { PageLine, PageLines } from './page-lines.ts';
import { plainText } from './plain-text.ts';
import { type TableGrid, tableGrid } from './table-grid.ts';

const TABLES_MAX = 200;
const CELL_CHARACTERS_MAX = 80;
/** So many cells of a column without a head must be written like codes. */
const ALIKE_MIN = 2;

export interface TableCodes {
  readonly codes: readonly Candidate[];
  /** Cells that their head says to be something else: what stands alone there is no code. */
  readonly others: ReadonlySet<Element>;
  /** Values of properties of goods and orders: no code stands there unless the cell itself speaks of one. */
  readonly properties: ReadonlySet<Element>;
}

/** Codes in a table's column of codes. */
export function tableCodes(page: PageLines, aboutCodes: boolean): TableCodes {
  const grids = page.tables.slice(0, TABLES_MAX).map(tableGrid);
  const read = grids.map((grid) => ({ grid, columns: columnsOf(grid, aboutCodes) }));
  return {
    codes: read.flatMap(({ grid, columns }) => columns.flatMap((column) => codesOf(grid, column, page))),
    others: new Set(
      read.flatMap(({ grid, columns }) =>
        grid.headed
          ? grid.rows.flatMap((row) => row.filter((_, at) => !columns.includes(at) && named(grid, at)))
          : [],
      ),
    ),
    properties: new Set(read.flatMap(({ grid, columns }) => (columns.length === 0 ? properties(grid) : []))),
  };
}

const named = ({ heads }: TableGrid, column: number): boolean => (heads[column] ?? '') !== '';

/** Cells beside a row's own head, or beside what goods and orders have: a model, a serial number. */
function properties({ rows }: TableGrid): Element[] {
  return rows.flatMap((row) => {
    const [name, ...values] = row;
    if (!name || values.length === 0) return [];
    const text = plainText(name, CELL_CHARACTERS_MAX);
    const isName = (/^th$/i.test(name.tagName) && values.length === 1) || isGoodsHead(text);
    return isName && !isCodeHead(text, '', true) ? values : [];
  });
}

function columnsOf(grid: TableGrid, aboutCodes: boolean): number[] {
  const { heads, headed, rows } = grid;
  const all = heads.join(' ');
  const byHead = heads.flatMap((head, at) =>
    isCodeHead(head, all, aboutCodes) && !isGoodsHead(head) ? [at] : [],
  );
  if (byHead.length > 0) return byHead.slice(0, 1);
  if (headed && !aboutCodes) return [];
  const columns = Math.max(0, ...rows.slice(0, 20).map(({ length }) => length));
  const found = Array.from({ length: columns }, (_, at) => at).find((at) => looksLikeCodes(grid, at));
  return found === undefined || isGoodsHead(heads[found] ?? '') || (headed && named(grid, found))
    ? []
    : [found];
}

/** Most cells of a column are written like codes, beside a column that takes something off. */
function looksLikeCodes({ rows }: TableGrid, column: number): boolean {
  const filled = rows.slice(0, 60).filter((row) => row[column] !== undefined);
  const codes = filled.filter((row) => {
    const cell = row[column];
    return cell && /^(?:strong|caps|mixed)$/.test(wholeCode(plainText(cell, 60))?.shape ?? '');
  });
  const offers = codes.filter((row) =>
    row.some((cell, at) => at !== column && findDiscount(plainText(cell, 120)) !== null),
  );
  return (
    codes.length >= ALIKE_MIN && codes.length >= filled.length * 0.5 && offers.length >= codes.length * 0.5
  );
}

/** Under it stands what a voucher is for, too: `Furniture`. */
const VOUCHER_HEAD =
  /^\s*(?:gutscheine?|vouchers?|coupons?|bons?|vales?|cup[oó]n(?:es)?|cupo[mn]s?|buon[oi]|kupong?\p{L}{0,3}|angebote?|offers?|deals?)\s*$/iu;

function codesOf({ heads, rows }: TableGrid, column: number, page: PageLines): Candidate[] {
  const first = rows[0]?.[column];
  return rows.flatMap((row) => {
    const cell = row[column];
    const range = cell && page.ranges.get(cell);
    const line = range && page.lines[range[0]];
    if (!cell || !line || (cell === first && isCodeHead(heads[column] ?? '', '', true))) return [];
    const code = inCell(cell, line);
    if (code === null || (code.shape === 'word' && VOUCHER_HEAD.test(heads[column] ?? ''))) return [];
    const { start, end, masked } = code;
    const said = row.some(
      (other, at) => other !== cell && saysNo(plainText(other, CELL_CHARACTERS_MAX), heads[at] ?? ''),
    );
    const struck = line.retired.some(([from, to]) => from <= start && end <= to);
    const words = { text: line.text, start, end };
    const { shown } = line;
    const at = range[0];
    return [
      {
        code: code.code,
        how: 'table',
        element: cell,
        line: at,
        words,
        masked,
        retired: said || struck,
        shown,
        rules: ['table'],
      },
    ];
  });
}

/** A code in an element of its own, and in another what is said of it: `SAVE20 NEW`. */
function beforeBadge(cell: Element, { text }: PageLine): CodeAt | null {
  const [first, ...rest] = [...cell.children];
  if (first === undefined || rest.length === 0) return null;
  const own = plainText(first, CELL_CHARACTERS_MAX);
  const code = wholeCode(own);
  if (code === null || code.code !== own || /\s/.test(own) || !/^(?:strong|caps|mixed)$/.test(code.shape))
    return null;
  return text.startsWith(own) && text !== own ? { ...code, start: 0, end: own.length } : null;
}

/** All of the cell, or its first word before a remark. */
function inCell(cell: Element, line: PageLine): CodeAt | null {
  const badged = beforeBadge(cell, line);
  if (badged !== null) return badged;
  const whole = namedCode(line.text);
  if (whole !== null) return whole;
  const first = codeAt(line.text, 0);
  if (first === null || !/^\s?[;,(·|]|^\s[–—-]\s/u.test(line.text.slice(first.end))) return null;
  return first.shape === 'strong' ||
    (first.shape === 'caps' && first.code.length >= 4) ||
    cell.querySelector('code, tt, kbd, samp') !== null
    ? first
    : null;
}
