/**
 * Learns what tells kinds of pages apart from pages that we wrote, and writes the weights to `src/model/weights`:
 * `node evals/pages/train.ts`. Run it after any change to the pages or the features, and commit what it writes.
 */
import { writeFileSync } from 'node:fs';
import { classifyFeatures } from '../../src/model/embedded/pages/classify-page.ts';
import type { PageWeights } from '../../src/model/embedded/pages/page-weights.ts';
import { fitPages, pagesSha256 } from './fit-pages.ts';
import { pageExamples } from './page-examples.ts';

/**
 * Written pages are plainer than real ones, so that a fit is surer of itself than it may be: the temperature makes up for
 * some of that, and below the limit a page is `other`.
 */
const TEMPERATURE = 1;
const SURE_FROM = 0.15;
const FILE = new URL('../../src/model/weights/pages.json', import.meta.url);

const examples = pageExamples('train');
const weights: PageWeights = {
  version: 1,
  pagesSha256: pagesSha256(),
  pages: examples.length,
  temperature: TEMPERATURE,
  sureFrom: SURE_FROM,
  weights: fitPages(examples),
};
writeFileSync(FILE, `${JSON.stringify(weights)}\n`);
const right = examples.filter(
  ({ page, features }) => classifyFeatures(features, weights).contentType === page.contentType,
);
process.stdout.write(
  `${examples.length} pages, ${Object.keys(weights.weights).length} weights a kind; ${((100 * right.length) / examples.length).toFixed(1)} % of them right\n`,
);
