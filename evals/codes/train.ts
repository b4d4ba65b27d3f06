/**
 * Learns what tells codes on pages, live and ended, and writes the weights to `src/model/weights`: `node evals/codes/train.ts`.
 *
 * With `--leave` it writes nothing: it leaves out one writer at a time, and prints how well what was learnt from all others reads
 * that writer's pages. Run it after any change to the pages, the rules or the signs, and commit what it writes.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import {
  type CodeWeights,
  type CodeWeightsHead,
  packCodeWeights,
} from '../../src/model/embedded/codes/code-weights.ts';
import { createCodeJudge } from '../../src/model/embedded/codes/create-code-judge.ts';
import { examplesOf, fitCodes } from './fit-codes.ts';
import { learningSets, learningSha256 } from './learning-pages.ts';
import { scoreCodes } from './score.ts';

const FOLDER = new URL('../../src/model/weights/', import.meta.url);
const { values } = parseArgs({ options: { leave: { type: 'boolean', default: false } } });
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const sets = learningSets();
const examples = sets.map(examplesOf);
if (values.leave) {
  for (const { name, pages, isMended, isPlain } of sets) {
    if (isMended || isPlain) continue;
    const weights = fitCodes(examples.filter((set) => set.name !== name));
    const [ruled, judged] = [scoreCodes(pages), scoreCodes(pages, createCodeJudge(weights))];
    say(`${name}: rules ${figures(ruled)}; judged ${figures(judged)}`);
  }
} else write(fitCodes(examples));

function write(weights: CodeWeights): void {
  const { bytes, steps } = packCodeWeights(weights);
  const pages = sets.reduce((sum, set) => sum + set.pages.length, 0);
  const head: CodeWeightsHead = { version: 1, pagesSha256: learningSha256(), pages, steps };
  const packed = brotliCompressSync(bytes);
  writeFileSync(new URL('codes.json', FOLDER), `${JSON.stringify(head)}\n`);
  writeFileSync(new URL('codes.bin.br', FOLDER), packed);
  say(`${pages} pages and fragments by ${sets.length} writers; ${packed.length} bytes`);
}

function figures({ precision, recall, retiredReportedLive }: ReturnType<typeof scoreCodes>): string {
  const share = (metric: typeof precision): string => metric?.value.toFixed(3) ?? '';
  const { value = 0, n = 0 } = retiredReportedLive ?? {};
  return `${share(precision)}/${share(recall)}, ${value} of ${n} retired live`;
}
