import { wholeCode } from '../../../domain/sightings/code-at.ts';
import {
  CHECKOUT_WORD,
  ENTER_WORD,
  OFFER_WORD,
  OTHER_CODE_BEFORE,
  STRONG_LABEL,
  WEAK_LABEL,
} from '../../../domain/sightings/code-words.ts';
import type { Candidate } from './candidate.ts';
import type { PageLines } from './page-lines.ts';
import { plainText } from './plain-text.ts';

const ROWS_MAX = 2_000;
const TABLES_MAX = 200;
const CELL_CHARACTERS_MAX = 60;

/** Codes in a table's column of codes. */
export function tableCodes(page: PageLines, aboutCodes: boolean): Candidate[] {
  return page.tables.slice(0, TABLES_MAX).flatMap((table) => codesOf(table, page, aboutCodes));
}

function codesOf(table: Element, page: PageLines, aboutCodes: boolean): Candidate[] {
  const rows = [...table.querySelectorAll('tr')].slice(0, ROWS_MAX);
  const first = cellsOf(rows[0]);
  const heads = first.map((cell) => plainText(cell, CELL_CHARACTERS_MAX));
  const column = heads.findIndex((head) => isCodeHead(head, heads.join(' '), aboutCodes));
  if (column === -1) return [];
  const found: Candidate[] = [];
  for (const row of rows.slice(1)) {
    const cell = cellsOf(row)[column];
    const range = cell && page.ranges.get(cell);
    if (!cell || !range) continue;
    const line = page.lines[range[0]];
    if (!line) continue;
    const whole = wholeCode(line.text);
    if (whole === null) continue;
    const retired = line.retired.some(([from, to]) => from <= whole.start && whole.end <= to);
    const { code, start, end, masked } = whole;
    const words = { text: line.text, start, end };
    found.push({
      code,
      how: 'table',
      element: cell,
      line: range[0],
      words,
      masked,
      retired,
      shown: line.shown,
    });
  }
  return found;
}

const cellsOf = (row: Element | undefined): Element[] =>
  [...(row?.children ?? [])].filter(({ tagName }) => /^t[dh]$/i.test(tagName));

/** A head that names vouchers, or `Code` in a table about offers. */
function isCodeHead(head: string, heads: string, aboutCodes: boolean): boolean {
  if (head.length > 40) return false;
  if (head.search(STRONG_LABEL) !== -1) return true;
  if (head.search(ENTER_WORD) !== -1 && head.search(CHECKOUT_WORD) !== -1)
    return aboutCodes || heads.search(OFFER_WORD) !== -1;
  const weak = head.search(WEAK_LABEL);
  if (weak === -1 || OTHER_CODE_BEFORE.test(head.slice(0, weak))) return false;
  return aboutCodes || heads.search(OFFER_WORD) !== -1;
}
