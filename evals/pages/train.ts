/**
 * Learns what tells kinds of pages apart, from pages written by recipe and pages by strangers, and writes the weights to
 * `src/model/weights`: `node evals/pages/train.ts`. Run it after any change to the pages or the features, and commit what it writes.
 *
 * With `--leave` it writes nothing: it leaves out one stranger at a time, and says how many of their pages the rest gets right.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { classifyFeatures, classifyPage } from '../../src/model/embedded/pages/classify-page.ts';
import type { PageWeights } from '../../src/model/embedded/pages/page-weights.ts';
import { fitPages, pagesSha256 } from './fit-pages.ts';
import { pageExamples } from './page-examples.ts';
import { LEARNT_STRANGERS, labelled, strangerPages, strangersFolder } from './stranger-pages.ts';

/**
 * Written pages are plainer than real ones, so that a fit is surer of itself than it may be: the temperature makes up for
 * some of that, and below the limit a page is `other`.
 */
const TEMPERATURE = 1;
const SURE_FROM = 0.15;
const FILE = new URL('../../src/model/weights/pages.json', import.meta.url);

const { values } = parseArgs({ options: { leave: { type: 'boolean', default: false } } });
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const written = pageExamples('train').map(({ page, features }) => ({
  features,
  contentType: page.contentType,
}));
const strangers = LEARNT_STRANGERS.map((name) => ({ name, pages: strangerPages(strangersFolder(name)) }));
const weightsOf = (learnt: typeof strangers): PageWeights => ({
  version: 1,
  pagesSha256: pagesSha256(),
  pages: written.length + learnt.flatMap(({ pages }) => pages).length,
  temperature: TEMPERATURE,
  sureFrom: SURE_FROM,
  weights: fitPages(
    written,
    learnt.flatMap(({ pages }) => pages.map(labelled)),
  ),
});

if (values.leave) {
  for (const { name, pages } of strangers) {
    const weights = weightsOf(strangers.filter((other) => other.name !== name));
    const right = pages.filter(
      ({ page, reading }) => classifyPage(reading.signals, weights).contentType === page.type,
    );
    say(`${name}: ${right.length} of ${pages.length}`);
  }
} else {
  const weights = weightsOf(strangers);
  writeFileSync(FILE, `${JSON.stringify(weights)}\n`);
  const right = written.filter(
    ({ contentType, features }) => classifyFeatures(features, weights).contentType === contentType,
  );
  const share = (100 * right.length) / written.length;
  say(
    `${weights.pages} pages, ${Object.keys(weights.weights).length} weights a kind; ${share.toFixed(1)} % of the written ones right`,
  );
}
