/**
 * Measures the audit on pages by strangers: `node evals/pages/measure-strangers.ts <folder>… [--each]`, where a folder has
 * `truth.jsonl` ({@link StrangerPage}, a page a line). Only with `--each` does it name pages, so that those kept for the last
 * test stay unseen.
 */
import { parseArgs } from 'node:util';
import { classifyPage } from '../../src/model/embedded/pages/classify-page.ts';
import { readPageWeights } from '../../src/model/embedded/pages/read-page-weights.ts';
import { shingleF1, shingleScore, shingleShares } from './shingle-score.ts';
import { strangerPages } from './stranger-pages.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { each: { type: 'boolean', default: false } },
});
if (positionals.length === 0) {
  process.stderr.write('Name the folders with truth.jsonl.\n');
  process.exit(2);
}
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const ARTICLES = new Set([
  'review_single_product',
  'comparison_tested',
  'how_to',
  'listicle_low_value',
  'listicle_curated',
  'gift_guide',
  'other_editorial',
]);

const weights = await readPageWeights();
const read = positionals.flatMap(strangerPages).map((example) => {
  const { page, reading } = example;
  const found = classifyPage(reading.signals, weights);
  const shares = shingleShares(page.main, reading.text);
  return { ...example, found, shares, isRight: found.contentType === page.type };
});
if (values.each)
  for (const { page, found, isRight, shares, reading } of read) {
    const likely = found.ranked
      .slice(0, 3)
      .map(({ contentType, share }) => `${contentType} ${share.toFixed(2)}`);
    const told = (reading.disclosure !== null) === page.disclosure ? '' : ' disclosure wrong';
    const text = `text F1 ${shingleF1(shares).toFixed(2)}`;
    say(`${isRight ? ' ' : '✗'} ${page.file} ${page.type} | ${likely.join(', ')} | ${text}${told}`);
  }
const right = read.filter(({ isRight }) => isRight).length;
say(`type: ${right} of ${read.length} (${(right / read.length).toFixed(3)})`);
const told = read.filter(({ page, reading }) => (reading.disclosure !== null) === page.disclosure).length;
const language = read.filter(({ page, reading }) => reading.language === page.language).length;
say(`disclosure: ${told} of ${read.length}; language: ${language} of ${read.length}`);
for (const [name, part] of [
  ['articles', read.filter(({ page }) => ARTICLES.has(page.type))],
  ['other kinds', read.filter(({ page }) => !ARTICLES.has(page.type))],
  ['all', read],
] as const) {
  const { f1, precision, recall } = shingleScore(part.map(({ shares }) => shares));
  say(
    `main text, ${name} (${part.length}): F1 ${f1.toFixed(3)}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  );
}
