import { escapeFormulas } from '../../domain/feeds/formula-text.ts';
import type { LeakageItem } from '../../domain/http/leakage-view.ts';
import { formatMicros } from '../../domain/money/micros.ts';

const HEADINGS = [
  'partner_id',
  'partner_name',
  'currency',
  'late_lines',
  'leaked',
  'late',
  'waiting',
  'recovered',
  'refused',
  'settled',
  'lost_share',
];

/** As a file. Text cells are safe to open in a spreadsheet; amounts stay numbers. */
export function leakageCsv(items: readonly LeakageItem[]): string {
  const rows = items.map((item) => [
    ...[item.partner, item.name].map((text) => quoted(escapeFormulas(text))),
    item.leaked.currency,
    item.lines,
    ...[item.leaked, item.late, item.waiting, item.recovered, item.refused, item.settled].map(({ micros }) =>
      formatMicros(BigInt(micros)),
    ),
    item.lostShare ?? '',
  ]);
  return [HEADINGS, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
