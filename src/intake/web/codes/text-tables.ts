import { isCodeHead, saysNo } from '../../../domain/sightings/code-heads.ts';
import { namedCode } from '../../../domain/sightings/named-code.ts';
import type { Candidate } from './candidate.ts';
import type { PageLines } from './page-lines.ts';

const BLOCKS_MAX = 50;
const CHARACTERS_MAX = 200_000;
/** A line of dashes under each column's head. */
const RULE = /^[\s|+]*[-=]{2,}(?:[\s|+]+[-=]{2,})+[\s|+]*$/;

interface Column {
  readonly head: string;
  readonly from: number;
  /** Where the next begins. */
  readonly to: number;
}

/** Codes in tables that are drawn with spaces in plain text, under a head that names them. */
export function textTables(page: PageLines, aboutCodes: boolean): Candidate[] {
  return page.texts.slice(0, BLOCKS_MAX).flatMap(({ element }) => {
    const range = page.ranges.get(element);
    const text = (element.textContent ?? '').slice(0, CHARACTERS_MAX);
    if (!range) return [];
    const places = new Map<string, number>();
    for (let at = range[1]; at >= range[0]; at -= 1) places.set(page.lines[at]?.text ?? '', at);
    return inBlock(text.split('\n'), aboutCodes).flatMap(({ row, code, no }) => {
      const at = places.get(row.replaceAll(/\s+/g, ' ').trim());
      const line = at === undefined ? undefined : page.lines[at];
      const start = line?.text.indexOf(code) ?? -1;
      if (at === undefined || !line || start === -1) return [];
      const whole = namedCode(code);
      if (whole === null) return [];
      const words = { text: line.text, start, end: start + code.length };
      const { masked } = whole;
      return [
        {
          code,
          how: 'text',
          element: line.element,
          line: at,
          words,
          masked,
          retired: no,
          shown: line.shown,
          rules: ['text table'],
        },
      ];
    });
  });
}

function inBlock(
  lines: readonly string[],
  aboutCodes: boolean,
): { row: string; code: string; no: boolean }[] {
  const found: { row: string; code: string; no: boolean }[] = [];
  let columns: readonly Column[] = [];
  for (const [at, row] of lines.entries()) {
    const ruled = RULE.test(lines[at + 1] ?? '');
    const heads = ruled ? underRule(row, lines[at + 1] ?? '') : bySpaces(row);
    const names = heads.map(({ head }) => head);
    if (heads.length > 1 && names.some((head) => isCodeHead(head, names.join(' '), ruled || aboutCodes))) {
      columns = heads;
      continue;
    }
    const column = columns.find(({ head }) => isCodeHead(head, '', true));
    if (column === undefined || RULE.test(row)) continue;
    const code = cellOf(row, column);
    // A sentence runs across the columns.
    if (namedCode(code)?.code !== code || /\S/.test(row[column.from - 1] ?? ' ')) continue;
    if (/\S/.test(row.slice(column.to - 1, column.to)) || row.slice(0, column.from).trim() === '') continue;
    found.push({ row, code, no: columns.some((other) => saysNo(cellOf(row, other), other.head)) });
  }
  return found;
}

const cellOf = (row: string, { from, to }: Column): string => row.slice(from, to).trim();

function underRule(heads: string, rule: string): Column[] {
  const runs = [...rule.matchAll(/[-=]{2,}/g)].map(({ index }) => index);
  return runs.map((from, at) => {
    const to = runs[at + 1] ?? Number.POSITIVE_INFINITY;
    return { head: heads.slice(from, to).trim(), from, to };
  });
}

/** Heads two spaces or a bar apart. */
function bySpaces(line: string): Column[] {
  const starts = [...line.matchAll(/(?<=^|\s{2}|[|\t]\s?)[^\s|]/g)].map(({ index }) => index);
  return starts.map((from, at) => {
    const to = starts[at + 1] ?? Number.POSITIVE_INFINITY;
    return { head: line.slice(from, to).replace(/[|\s]+$/, ''), from, to };
  });
}
