import { visibleText } from '../domain/text/visible-text.ts';
import type { ApplicationReject } from '../domain/vetting/read-application.ts';
import type { Vetting } from '../domain/vetting/vetting-result.ts';
import { printLine, printNote } from './print.ts';
import { printTable } from './print-table.ts';

const ORDER = ['accept', 'review', 'decline'];

/** Applications by decision, best first, each with its first reason; what could not be read is noted. */
export function printVetting(results: readonly (Vetting | ApplicationReject)[]): void {
  const vetted = results
    .filter((result) => 'decision' in result)
    .sort((a, b) => ORDER.indexOf(a.decision) - ORDER.indexOf(b.decision) || b.score - a.score);
  if (vetted.length > 0) {
    printTable(vetted, [
      { heading: 'application', cell: ({ id }) => visibleText(id, 30) },
      { heading: 'decision', cell: ({ decision }) => decision },
      { heading: 'score', cell: ({ score }) => score },
      { heading: 'engagement', cell: engagementWords },
      { heading: 'flags', cell: ({ flags }) => flags.join(', ') || null },
      { heading: 'why', cell: ({ reasons }) => reasons[0] ?? null },
    ]);
    printLine();
  }
  const count = (decision: string): number => vetted.filter((result) => result.decision === decision).length;
  printLine(
    `${vetted.length} applications: ${count('accept')} to accept, ${count('review')} to review, ${count('decline')} to decline.`,
  );
  for (const result of results) {
    if ('error' in result)
      printNote(`${visibleText(result.id ?? 'without id', 30)}: ${result.error.message}`);
  }
}

const engagementWords = ({ engagementRate, denominator }: Vetting): string | null =>
  engagementRate === null ? null : `${(engagementRate * 100).toFixed(2)} % of ${denominator}`;
