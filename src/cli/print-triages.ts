import { basename } from 'node:path';
import { printTable } from './print-table.ts';
import type { TriageLine } from './triage-line.ts';

/** What mails want, for a terminal. */
export function printTriages(lines: readonly TriageLine[]): void {
  printTable(lines, [
    {
      heading: 'file',
      cell: ({ file, position }) =>
        position === undefined ? basename(file) : `${basename(file)} ${position}`,
    },
    { heading: 'lang', cell: (line) => ('error' in line ? null : line.language) },
    { heading: 'intent', cell: (line) => ('error' in line ? null : line.intent) },
    { heading: 'sure', cell: (line) => ('error' in line ? null : `${Math.round(line.confidence * 100)} %`) },
    { heading: 'urgency', cell: (line) => ('error' in line ? null : line.urgency) },
    { heading: 'route', cell: (line) => ('error' in line ? 'unreadable' : line.route) },
    { heading: 'summary', cell: (line) => ('error' in line ? line.error.message : line.summary) },
  ]);
}
