/**
 * Writes one simulated programme as generic CSV files, with `truth.csv` beside them:
 * `node evals/fraud/simulate.ts --seed 7 --out DIR [--partners 2000] [--honest]`.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CSV_HEADERS, type CsvKind, codeLines, csvLines } from './csv-text.ts';
import { drawScenario } from './scenario.ts';
import { simulateProgramme } from './simulate-programme.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    partners: { type: 'string', default: '2000' },
    honest: { type: 'boolean', default: false },
  },
});
const partners = Number(values.partners);
if (values.out === undefined || !Number.isInteger(partners) || partners < 1) {
  process.stderr.write(
    'Say where to write: node evals/fraud/simulate.ts --seed 7 --out DIR [--partners 2000] [--honest]\n',
  );
  process.exit(2);
}
mkdirSync(values.out, { recursive: true });
const scenario = drawScenario(Number(values.seed), partners, !values.honest);
const kinds = Object.keys(CSV_HEADERS) as CsvKind[];
const files = new Map(kinds.map((kind) => [kind, open(`${kind}.csv`, CSV_HEADERS[kind])]));
const truth = open('truth.csv', 'partner_id,planted');
write(files.get('codes'), codeLines(scenario));
for (const { rows, planted } of simulateProgramme(scenario)) {
  const lines = csvLines(rows);
  for (const kind of kinds) write(files.get(kind), lines[kind]);
  write(truth, [`${rows.partner.partnerId},${planted}`]);
}
for (const file of [...files.values(), truth]) closeSync(file);

function open(name: string, header: string): number {
  const file = openSync(join(values.out ?? '.', name), 'w');
  writeSync(file, `${header}\n`);
  return file;
}

function write(file: number | undefined, lines: readonly string[]): void {
  if (file !== undefined && lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
}
