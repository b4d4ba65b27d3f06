import type { SetAsideItem } from '../../domain/connections/connection-item.ts';
import { escapeFormulas } from '../../domain/feeds/formula-text.ts';

const HEADINGS = ['system', 'stream', 'record', 'problem', 'seen_at', 'raw'];

/** Safe to open in a spreadsheet: what a stranger wrote runs nowhere. */
export function setAsideCsv(items: readonly SetAsideItem[]): string {
  const rows = items.map(({ system, stream, record, problem, seenAt, raw }) =>
    [system, stream, record, problem, seenAt, raw].map((text) => quoted(escapeFormulas(text))),
  );
  return [HEADINGS, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
