import { expect, it } from 'vitest';
import { CONTENT_TYPES } from '../../src/domain/pages/content-type.ts';
import { classifyFeatures } from '../../src/model/embedded/pages/classify-page.ts';
import { readPageWeights } from '../../src/model/embedded/pages/read-page-weights.ts';
import { fitPages, pagesSha256 } from './fit-pages.ts';
import { PAGE_LANGUAGES } from './page-corpus.ts';
import { pageExamples } from './page-examples.ts';
import { pageRecipes } from './page-recipes.ts';
import { renderPage } from './render-page.ts';
import {
  LEARNT_STRANGERS,
  labelled,
  readStrangers,
  strangerPages,
  strangersFolder,
  UNSEEN_STRANGERS,
} from './stranger-pages.ts';

/** A whole fit takes a minute; every fourth page is enough to see that the weights follow from the pages. */
const EVERY = 4;

it('has at least fifty pages of each kind to learn from, and every language', () => {
  const recipes = pageRecipes('train');
  for (const type of CONTENT_TYPES) {
    const own = recipes.filter(({ contentType }) => contentType === type);
    expect(own.length, type).toBeGreaterThanOrEqual(50);
    expect(new Set(own.map(({ language }) => language)).size, type).toBe(PAGE_LANGUAGES.length);
  }
  expect(new Set([...recipes, ...pageRecipes('test')].map(({ seed }) => seed)).size).toBe(
    recipes.length + pageRecipes('test').length,
  );
});

it('writes the same page for the same recipe, and no page twice', () => {
  const pages = pageRecipes('test').slice(0, 60).map(renderPage);
  expect(pageRecipes('test').slice(0, 60).map(renderPage)).toEqual(pages);
  expect(new Set(pages.map(({ html }) => html)).size).toBe(pages.length);
});

it('ships the weights of the pages that are committed (else run evals/pages/train.ts)', async () => {
  const weights = await readPageWeights();
  const strangers = LEARNT_STRANGERS.flatMap((name) => readStrangers(strangersFolder(name)));
  expect([weights.pages, weights.pagesSha256]).toEqual([
    pageRecipes('train').length + strangers.length,
    pagesSha256(),
  ]);
});

it('comes to weights that agree when it learns again from a part of them', { timeout: 120_000 }, async () => {
  const examples = pageExamples('train', EVERY);
  const committed = await readPageWeights();
  const written = examples.map(({ page, features }) => ({ features, contentType: page.contentType }));
  const strangers = LEARNT_STRANGERS.flatMap((name) => strangerPages(strangersFolder(name)).map(labelled));
  const again = { ...committed, weights: fitPages(written, strangers) };
  const alike = examples.filter(
    ({ features }) =>
      classifyFeatures(features, committed).ranked[0]?.contentType ===
      classifyFeatures(features, again).ranked[0]?.contentType,
  );
  expect(alike.length / examples.length).toBeGreaterThan(0.97);
});

it('learns from no stranger that it is measured by', () => {
  expect(UNSEEN_STRANGERS.filter((name) => LEARNT_STRANGERS.includes(name))).toEqual([]);
  for (const name of UNSEEN_STRANGERS)
    expect(readStrangers(strangersFolder(name)).length, name).toBeGreaterThanOrEqual(25);
});
