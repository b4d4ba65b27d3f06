import { CONTENT_TYPES } from '../../src/domain/pages/content-type.ts';
import { scoreProblemSolving } from '../../src/domain/pages/score-problem-solving.ts';
import { wilsonInterval } from '../../src/domain/statistics/wilson-interval.ts';
import { classifyPage } from '../../src/model/embedded/pages/classify-page.ts';
import type { PageWeights } from '../../src/model/embedded/pages/page-weights.ts';
import { readPageWeights } from '../../src/model/embedded/pages/read-page-weights.ts';
import { holds } from '../print-scoreboard.ts';
import type { Metric, SuiteResult } from '../suite-result.ts';
import { type PageExample, pageExamples } from './page-examples.ts';
import { shingleScore, shingleShares } from './shingle-score.ts';
import { type StrangerExample, strangerPages, strangersFolder, UNSEEN_STRANGERS } from './stranger-pages.ts';
import { PAGE_THRESHOLDS } from './thresholds.ts';

/** Kinds whose main text is an article's. */
const ARTICLES: readonly string[] = CONTENT_TYPES.slice(0, 6).concat('other_editorial');
const HELPFUL = 'comparison_tested';
const THIN = 'listicle_low_value';

/** What written pages are, and how much of their main text is found; none of their sentences was learnt from. */
export async function runPagesEval(): Promise<SuiteResult> {
  const examples = pageExamples('test');
  const weights = await readPageWeights();
  const judged = examples.map((example) => ({
    example,
    isRight: classifyPage(example.reading.signals, weights).contentType === example.page.contentType,
  }));
  const metrics: Record<string, Metric> = {
    typeAccuracy: share(judged.map(({ isRight }) => isRight)),
    languageAccuracy: share(examples.map(({ page, reading }) => page.language === reading.language)),
    disclosureFound: share(disclosed(examples).map(({ reading }) => reading.disclosure !== null)),
    testedAboveThin: pairwise(examples),
    textF1Articles: textF1(examples.filter(({ page }) => ARTICLES.includes(page.contentType))),
    textF1Others: textF1(examples.filter(({ page }) => !ARTICLES.includes(page.contentType))),
  };
  for (const [type, part] of Map.groupBy(judged, ({ example }) => example.page.contentType)) {
    metrics[`typeAccuracy.${type}`] = share(part.map(({ isRight }) => isRight));
  }
  const unseen = UNSEEN_STRANGERS.flatMap((name) => strangerPages(strangersFolder(name)));
  Object.assign(metrics, unseenMetrics(unseen, weights));
  return {
    name: 'pages',
    n: examples.length + unseen.length,
    metrics,
    thresholds: PAGE_THRESHOLDS,
    pass: Object.entries(PAGE_THRESHOLDS).every(([name, limit]) => {
      const measured = metrics[name];
      return measured !== undefined && holds(measured, limit);
    }),
  };
}

/** Whole pages by strangers that nothing was learnt from: their figures foretell, those of pages written by recipe do not. */
function unseenMetrics(unseen: readonly StrangerExample[], weights: PageWeights): Record<string, Metric> {
  const f1 = (part: readonly StrangerExample[]): Metric => ({
    value: shingleScore(part.map(({ page, reading }) => shingleShares(page.main, reading.text))).f1,
    n: part.length,
    interval: null,
  });
  return {
    unseenTypeAccuracy: share(
      unseen.map(({ page, reading }) => classifyPage(reading.signals, weights).contentType === page.type),
    ),
    unseenDisclosure: share(
      unseen.map(({ page, reading }) => (reading.disclosure !== null) === page.disclosure),
    ),
    unseenTextF1Articles: f1(unseen.filter(({ page }) => ARTICLES.includes(page.type))),
    unseenTextF1Others: f1(unseen.filter(({ page }) => !ARTICLES.includes(page.type))),
  };
}

/** Pages that say in their main text that they are paid by links. */
const disclosed = (examples: readonly PageExample[]): PageExample[] =>
  examples.filter(({ page }) =>
    /affiliate|affili[eé]|afiliad|affiliazione|commission|comisi|comiss|commissie|Provision/.test(page.text),
  );

/** Of all pairs of a tested comparison and a thin list, how often the comparison solves more. */
function pairwise(examples: readonly PageExample[]): Metric {
  const scoresOf = (type: string): number[] =>
    examples
      .filter(({ page }) => page.contentType === type)
      .map(({ reading }) => scoreProblemSolving(reading.signals).score);
  const thin = scoresOf(THIN);
  return share(scoresOf(HELPFUL).flatMap((helpful) => thin.map((score) => helpful > score)));
}

function textF1(examples: readonly PageExample[]): Metric {
  const { f1 } = shingleScore(examples.map(({ page, reading }) => shingleShares(page.text, reading.text)));
  return { value: f1, n: examples.length, interval: null };
}

function share(held: readonly boolean[]): Metric {
  const right = held.filter((one) => one).length;
  return {
    value: held.length === 0 ? Number.NaN : right / held.length,
    n: held.length,
    interval: wilsonInterval(right, held.length),
  };
}
