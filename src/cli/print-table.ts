import { printLine } from './print.ts';

/**
 * A table for a terminal: columns as wide as their widest cell, numbers to the right.
 *
 * @param columns - heading and how to read the cell; a cell longer than 60 characters is cut with an ellipsis.
 */
export function printTable<Row>(
  rows: readonly Row[],
  columns: readonly { heading: string; cell: (row: Row) => string | number | null }[],
): void {
  const cells = rows.map((row) => columns.map((column) => column.cell(row)));
  const text = cells.map((line) => line.map((cell) => cut(cell === null ? '–' : String(cell))));
  const widths = columns.map((column, index) =>
    Math.max(column.heading.length, ...text.map((line) => line[index]?.length ?? 0)),
  );
  const numeric = columns.map(
    (_, index) => cells.length > 0 && cells.every((line) => typeof line[index] === 'number'),
  );
  const draw = (line: readonly string[]) =>
    line
      .map((cell, index) =>
        numeric[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd();

  printLine(draw(columns.map((column) => column.heading)));
  for (const line of text) printLine(draw(line));
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
