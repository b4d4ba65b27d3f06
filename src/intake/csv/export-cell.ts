import { amountCell, positiveAmountCell } from '../../domain/feeds/cells/amount-cell.ts';
import { eventTimeCell, timeCell } from '../../domain/feeds/cells/time-cell.ts';
import { truthCell } from '../../domain/feeds/cells/truth-cell.ts';
import { FEED_COLUMNS, type FeedColumn } from '../../domain/feeds/columns.ts';
import { escapeFormulas } from '../../domain/feeds/formula-text.ts';
import type { ImportKind } from '../../domain/feeds/kinds.ts';
import { formatMicros } from '../../domain/money/micros.ts';

/** How a value of this column, as the database writes it, stands in a generic file. */
export function exportCell(kind: ImportKind, column: string): (value: string) => string {
  const columns: Readonly<Record<string, FeedColumn>> = FEED_COLUMNS[kind];
  const cell = columns[column]?.cell;
  if (cell === amountCell || cell === positiveAmountCell) return (value) => formatMicros(BigInt(value));
  if (cell === eventTimeCell || cell === timeCell) return isoTime;
  if (cell === truthCell) return (value) => (value === 't' ? 'true' : 'false');
  return cell?.isText ? escapeFormulas : (value) => value;
}

/** `2026-03-01 12:00:00.5+00` → `2026-03-01T12:00:00.5Z`. */
function isoTime(value: string): string {
  return `${value.slice(0, 10)}T${value.slice(11, -3)}Z`;
}
