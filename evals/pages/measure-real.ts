/**
 * Measures the audit on a folder of real pages, which do not ship: `node evals/pages/measure-real.ts <folder> [--each]`.
 *
 * The folder holds `labels.json` (`[{file, url, page_type, label_confidence}]`) and, in `article-extraction/`, the public
 * article extraction benchmark: `ground-truth.json` and `html/<id>.html.gz`. What is missing is left out.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { scoreProblemSolving } from '../../src/domain/pages/score-problem-solving.ts';
import { wilsonInterval } from '../../src/domain/statistics/wilson-interval.ts';
import type { PageReading } from '../../src/intake/web/page/page-reading.ts';
import { readPage } from '../../src/intake/web/page/read-page.ts';
import { readCodeJudge } from '../../src/model/embedded/codes/read-code-judge.ts';
import { detectLanguage } from '../../src/model/embedded/detect-language.ts';
import { classifyPage } from '../../src/model/embedded/pages/classify-page.ts';
import { readPageWeights } from '../../src/model/embedded/pages/read-page-weights.ts';
import { type ShingleShares, shingleScore, shingleShares } from './shingle-score.ts';

const Labels = z.array(
  z.looseObject({
    file: z.string(),
    url: z.string().nullable(),
    page_type: z.string(),
    label_confidence: z.string(),
  }),
);
const Truth = z.record(z.string(), z.looseObject({ articleBody: z.string(), url: z.string() }));
/** Names of the labels that are called otherwise here. */
const TYPE_OF: Readonly<Record<string, string>> = { collection: 'listing', documentation: 'other' };

const codeJudge = await readCodeJudge();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { each: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write('Name the folder with the real pages: node evals/pages/measure-real.ts <folder>\n');
  process.exit(2);
}
const read = (bytes: Uint8Array, url: string | null): PageReading =>
  readPage(
    { content: { bytes }, url, contentType: null, ours: null, asOf: null },
    { detectLanguage, codeJudge },
  );
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (existsSync(join(folder, 'labels.json'))) await measureTypes(folder);
if (existsSync(join(folder, 'article-extraction'))) measureText(join(folder, 'article-extraction'));

async function measureTypes(from: string): Promise<void> {
  const weights = await readPageWeights();
  const judged = Labels.parse(JSON.parse(readFileSync(join(from, 'labels.json'), 'utf8'))).map((label) => {
    const { signals } = read(readFileSync(join(from, label.file)), label.url);
    const found = classifyPage(signals, weights);
    const wanted = TYPE_OF[label.page_type] ?? label.page_type;
    const isRight = found.contentType === wanted;
    const likely = found.ranked
      .slice(0, 3)
      .map(({ contentType, share }) => `${contentType} ${share.toFixed(2)}`);
    if (values.each) {
      const solves = scoreProblemSolving(signals).score.toFixed(2);
      say(
        `${isRight ? ' ' : '✗'} ${label.file} ${label.label_confidence} ${wanted} | ${likely.join(', ')} | solves ${solves}`,
      );
    }
    return { isRight, confidence: label.label_confidence };
  });
  for (const sure of [['high'], ['high', 'medium'], ['high', 'medium', 'low']]) {
    const part = judged.filter(({ confidence }) => sure.includes(confidence));
    const right = part.filter(({ isRight }) => isRight).length;
    const interval = wilsonInterval(right, part.length)
      ?.map((end) => end.toFixed(2))
      .join(' to ');
    say(
      `type, labels ${sure.join(' or ')}: ${right} of ${part.length} right (${(right / part.length).toFixed(3)}; ${interval})`,
    );
  }
}

function measureText(from: string): void {
  const truth = Truth.parse(JSON.parse(readFileSync(join(from, 'ground-truth.json'), 'utf8')));
  const shares: ShingleShares[] = Object.entries(truth).map(([id, { articleBody, url }]) => {
    const { text } = read(gunzipSync(readFileSync(join(from, 'html', `${id}.html.gz`))), url);
    return shingleShares(articleBody, text);
  });
  const { f1, precision, recall } = shingleScore(shares);
  say(
    `main text of ${shares.length} articles: F1 ${f1.toFixed(4)}, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
  );
}
