import { codeAt } from '../../../domain/sightings/code-at.ts';
import type { Candidate } from './candidate.ts';
import type { PageLines } from './page-lines.ts';

const ALIKE_MIN = 2;

/** Cells below others that name a code in their words: a code at their beginning, or capitals with digits anywhere in them. */
export function alikeCells(page: PageLines, found: readonly Candidate[]): Candidate[] {
  const known = new Set(found.map(({ line }) => line));
  const columns = new Map<Element, Map<number, number>>();
  for (const { element, masked } of found) {
    const table = cellTable(element);
    if (table === null || masked) continue;
    const counts = columns.get(table) ?? new Map<number, number>();
    const at = columnOf(element);
    columns.set(table, counts.set(at, (counts.get(at) ?? 0) + 1));
  }
  if (columns.size === 0) return [];
  return page.lines.flatMap((line, at) => {
    const table = known.has(at) || line.text.length > 120 ? null : cellTable(line.element);
    const alike = table === null ? 0 : (columns.get(table)?.get(columnOf(line.element)) ?? 0);
    if (alike < ALIKE_MIN) return [];
    const starts = [...line.text.matchAll(/(?<![\p{L}\p{N}-])\p{Lu}[\p{Lu}\p{N}-]{4,}/gu)].map(
      ({ index }) => index,
    );
    const code = starts
      .map((start) => codeAt(line.text, start))
      .find(
        (each) => each !== null && (each.shape === 'strong' || (each.shape === 'caps' && each.start === 0)),
      );
    if (!code || code.masked) return [];
    const { start, end } = code;
    const words = { text: line.text, start, end };
    const retired = line.retired.some(([from, to]) => from <= start && end <= to);
    const { element, shown } = line;
    return [
      {
        code: code.code,
        how: 'text' as const,
        element,
        line: at,
        words,
        masked: false,
        retired,
        shown,
        rules: ['alike cells'],
      },
    ];
  });
}

const cellTable = (element: Element): Element | null =>
  /^td$/i.test(element.tagName) ? element.closest('table') : null;
const columnOf = (cell: Element): number => [...(cell.parentElement?.children ?? [])].indexOf(cell);
