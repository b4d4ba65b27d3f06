import { createHash } from 'node:crypto';
import { CONTENT_TYPES } from '../../src/domain/pages/content-type.ts';
import { fitLogistic } from '../../src/model/embedded/linear/fit-logistic.ts';
import { sparseVector } from '../../src/model/embedded/linear/sparse-vector.ts';
import type { PageWeights } from '../../src/model/embedded/pages/page-weights.ts';
import { featureTrust } from './feature-trust.ts';
import { PAGE_LANGUAGES, readPageCorpus } from './page-corpus.ts';
import type { PageExample } from './page-examples.ts';
import { pageRecipes } from './page-recipes.ts';
import { TYPE_PRIORS } from './type-priors.ts';

/** Of several that do about as well on the written pages to test with, the one with the stronger pull to small weights. */
const FIT = { l2: 1e-3, stepsMax: 300 };
const DIGITS = 4;

/** The same examples give the same weights. */
export function fitPages(examples: readonly PageExample[]): PageWeights['weights'] {
  const names = [...Object.keys(examples[0]?.features ?? {}), 'always'];
  const classes = CONTENT_TYPES.length;
  const fitted = fitLogistic(
    {
      vectors: examples.map(({ features }) =>
        sparseVector(
          new Map(
            names.map((name, at) => [at, name === 'always' ? 1 : (features[name] ?? 0) * featureTrust(name)]),
          ),
        ),
      ),
      labels: examples.map(({ page }) => CONTENT_TYPES.indexOf(page.contentType)),
      classes,
      features: names.length,
    },
    FIT,
  );
  return Object.fromEntries(
    names.map((name, at) => [name, rowOf(name, fitted.subarray(at * classes, (at + 1) * classes))]),
  );
}

/** Weights for the features as they are, and the priors in what is added to all. */
function rowOf(name: string, fitted: Float64Array): number[] {
  return CONTENT_TYPES.map((type, at) => {
    const weight = fitted[at] ?? 0;
    const whole = name === 'always' ? weight + Math.log(TYPE_PRIORS[type]) : weight * featureTrust(name);
    return Number(whole.toFixed(DIGITS));
  });
}

/** Of everything that the pages to learn from are written with. */
export function pagesSha256(): string {
  const hash = createHash('sha256').update(JSON.stringify(pageRecipes('train')));
  for (const language of PAGE_LANGUAGES) hash.update(JSON.stringify(readPageCorpus(language)));
  return hash.digest('hex');
}
