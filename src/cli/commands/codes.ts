import { Command } from 'commander';
import { indexCodes } from '../../domain/coupons/code-index.ts';
import type { CodeMatch } from '../../domain/coupons/code-match.ts';
import { matchCode } from '../../domain/coupons/match-code.ts';
import { readSighting, readTableCode, type SightingReject } from '../../domain/coupons/read-rows.ts';
import { Refusal } from '../../domain/errors.ts';
import { readJsonList } from '../../intake/coupons/read-json-list.ts';
import type { CommandContext } from '../context.ts';
import { printNote } from '../print.ts';
import { printJsonLines } from '../print-json-lines.ts';
import { printMatches } from '../print-matches.ts';
import { startProgress } from '../progress.ts';

const CODES_MAX = 2_000_000;
const SIGHTINGS_MAX = 5_000_000;
/** Sightings between two looks at the stop signal, and in one write. */
const BLOCK = 5_000;
const PROBLEMS_SHOWN_MAX = 20;

export function codesCommand(context: CommandContext): Command {
  const match = new Command('match')
    .description('match seen codes to the internal table; needs no database')
    .argument('<codes.json>', 'the table: [{code, channel, owner, allowed_publishers[]}]; `*` is everybody')
    .argument('<observations.json>', 'what was seen: [{observed, publisher?, context?}]')
    .option('--json', 'print a line each: {observed, match, candidates[], probability, how}')
    .action(async (codesFile: string, sightingsFile: string, options: { json?: true }) => {
      const table = await readTable(codesFile);
      const index = indexCodes(table.codes);
      const elements = await readJsonList(
        sightingsFile,
        ['observations', 'sightings', 'items'],
        SIGHTINGS_MAX,
      );
      const progress = startProgress('matching');
      const done: (CodeMatch | SightingReject)[] = [];
      let rejects = table.rejects;
      for (let from = 0; from < elements.length && !context.stopping.aborted; from += BLOCK) {
        const block = elements.slice(from, from + BLOCK).map((element, at) => {
          const read = readSighting(element);
          return 'row' in read ? matchCode(read.row, index) : rejectOf(from + at, read.problem);
        });
        rejects += block.filter((result) => 'error' in result).length;
        if (options.json) printJsonLines(block);
        else done.push(...block);
        progress.update(from, elements.length);
        await new Promise(setImmediate);
      }
      progress.end();
      if (!options.json) printMatches(done);
      if (rejects > 0 || context.stopping.aborted) process.exitCode = 1;
    });
  return new Command('codes').description('coupon codes').addCommand(match);
}

/** The table's readable rows; the others are named on stderr, and the rest goes on. */
async function readTable(path: string) {
  const elements = await readJsonList(path, ['codes', 'items'], CODES_MAX);
  const read = elements.map(readTableCode);
  const codes = read.flatMap((element) => ('row' in element ? [element.row] : []));
  const problems = read.flatMap((element, index) =>
    'problem' in element ? [`${path}[${index}] is left out: ${element.problem}`] : [],
  );
  for (const problem of problems.slice(0, PROBLEMS_SHOWN_MAX)) printNote(problem);
  if (problems.length > PROBLEMS_SHOWN_MAX)
    printNote(`${problems.length - PROBLEMS_SHOWN_MAX} more rows of ${path} are left out.`);
  if (codes.length === 0 && elements.length > 0)
    throw new Refusal('file_unreadable', `${path} holds no code that can be read.`, { path });
  return { codes, rejects: problems.length };
}

const rejectOf = (index: number, problem: string): SightingReject => ({
  observed: null,
  index,
  error: { code: 'sighting_unreadable', message: `Sighting [${index}] cannot be read: ${problem}` },
});
