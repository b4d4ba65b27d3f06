/**
 * The scoreboard: every suite's figures against its thresholds.
 *
 * Started as a child by `marginkeeper eval [suite] [--engine embedded|model] [--json]`; exit 1 when a threshold is missed.
 */
import { parseArgs } from 'node:util';
import { runFraudEval } from './fraud/run.ts';
import { printScoreboard } from './print-scoreboard.ts';
import type { SuiteResult } from './suite-result.ts';

const SUITES: Readonly<Record<string, () => SuiteResult | Promise<SuiteResult>>> = { fraud: runFraudEval };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { engine: { type: 'string', default: 'embedded' }, json: { type: 'boolean', default: false } },
});
const wanted = positionals.length > 0 ? positionals : Object.keys(SUITES);
const unknown = wanted.find((name) => !(name in SUITES));
if (unknown !== undefined || values.engine !== 'embedded') {
  process.stderr.write(
    unknown === undefined
      ? `No suite here asks a language engine yet, so --engine ${values.engine} has nothing to run.\n`
      : `There is no suite ${unknown}; there are: ${Object.keys(SUITES).join(', ')}.\n`,
  );
  process.exit(2);
}

const suites: SuiteResult[] = [];
for (const name of wanted) {
  const suite = SUITES[name];
  if (suite) suites.push(await suite());
}
if (values.json) process.stdout.write(`${JSON.stringify({ suites })}\n`);
else printScoreboard(suites);
process.exitCode = suites.every(({ pass }) => pass) ? 0 : 1;
