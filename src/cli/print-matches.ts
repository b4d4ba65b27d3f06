import type { CodeMatch } from '../domain/coupons/code-match.ts';
import type { SightingReject } from '../domain/coupons/read-rows.ts';
import { visibleText } from '../domain/text/visible-text.ts';
import { printLine, printNote } from './print.ts';
import { printTable } from './print-table.ts';

const CANDIDATES_SHOWN = 3;

/** Sightings with the code each means, and how many mean one; what could not be read is noted. */
export function printMatches(results: readonly (CodeMatch | SightingReject)[]): void {
  const read = results.filter((result) => 'how' in result);
  if (read.length > 0) {
    printTable(read, [
      { heading: 'seen', cell: ({ observed }) => visibleText(observed, 40) },
      { heading: 'code', cell: ({ match }) => match },
      { heading: 'probability', cell: ({ probability }) => probability },
      { heading: 'how', cell: ({ how }) => how },
      {
        heading: 'could be',
        cell: ({ match, candidates }) =>
          match === null && candidates.length > 0 ? candidates.slice(0, CANDIDATES_SHOWN).join(', ') : null,
      },
    ]);
    printLine();
  }
  const matched = read.filter(({ match }) => match !== null).length;
  printLine(`${read.length} sightings, ${matched} of a code in the table.`);
  for (const result of results) if ('error' in result) printNote(result.error.message);
}
