import { escapeFormulas } from '../../domain/feeds/formula-text.ts';
import type { PartnerStatement } from '../../domain/http/statement-view.ts';
import { formatMicros } from '../../domain/money/micros.ts';

const HEADINGS = [
  'order_id',
  'line_id',
  'network',
  'conversion_id',
  'ordered_at',
  'lock_at',
  'state',
  'reason',
  'earned',
  'reversed',
  'clawback',
  'leaked',
  'currency',
];

/** The statement's lines as CSV. Text cells are safe to open in a spreadsheet; amounts stay numbers. */
export function statementCsv({ lines }: PartnerStatement): string {
  const rows = lines.map((line) => [
    ...[line.orderId, line.lineId, line.network, line.conversionId].map((text) =>
      quoted(escapeFormulas(text)),
    ),
    line.orderedAt,
    line.lockAt,
    line.state,
    line.reason,
    ...[line.earned, line.reversed, line.clawback, line.leaked].map(({ micros }) =>
      formatMicros(BigInt(micros)),
    ),
    line.earned.currency,
  ]);
  return [HEADINGS, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
