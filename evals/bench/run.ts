/** Runs the benchmarks and prints ratios with median and spread; exit 1 when a promise is broken. */
import { parseArgs } from 'node:util';
import type { BenchResult } from './bench-result.ts';
import { benchCodes } from './codes.ts';
import { benchFraud } from './fraud.ts';
import { benchImport } from './import.ts';
import { benchPages } from './pages.ts';
import { benchReconcile } from './reconcile.ts';
import { benchVetting } from './vetting.ts';
import { benchVettingPictures } from './vetting-pictures.ts';
import { benchVettingReading } from './vetting-reading.ts';

const BENCHES: Readonly<Record<string, () => Promise<BenchResult>>> = {
  import: benchImport,
  fraud: benchFraud,
  reconcile: benchReconcile,
  vetting: benchVetting,
  pages: benchPages,
  'vetting-pictures': benchVettingPictures,
  'vetting-reading': benchVettingReading,
  codes: benchCodes,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const wanted = positionals.length > 0 ? positionals : Object.keys(BENCHES);
const unknown = wanted.find((name) => !(name in BENCHES));
if (unknown !== undefined) {
  process.stderr.write(`There is no benchmark ${unknown}; there are: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(2);
}

const results = [];
for (const name of wanted) {
  const bench = BENCHES[name];
  if (bench) results.push(summary(await bench()));
}
if (values.json) process.stdout.write(`${JSON.stringify({ benches: results })}\n`);
else for (const result of results) process.stdout.write(`${line(result)}\n`);
process.exitCode = results.every(({ pass }) => pass) ? 0 : 1;

function summary(result: BenchResult) {
  const sorted = [...result.ratios].sort((left, right) => left - right);
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  const { promise } = result;
  const pass = 'atMost' in promise ? median <= promise.atMost : median >= promise.atLeast;
  return { ...result, median, least: sorted[0] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN, pass };
}

function line({ name, says, median, least, most, promise, pass, seen }: ReturnType<typeof summary>): string {
  const wanted = 'atMost' in promise ? `≤ ${promise.atMost}` : `≥ ${promise.atLeast}`;
  const facts = Object.entries(seen).map(([fact, value]) => `${fact} ${Number(value.toPrecision(4))}`);
  return `${name}: ${says}: ${median.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)}), promised ${wanted}: ${pass ? 'holds' : 'BROKEN'}\n  ${facts.join(', ')}`;
}
