import { expect, it } from 'vitest';
import { createCodeJudge } from '../../src/model/embedded/codes/create-code-judge.ts';
import { readCodeJudge, readCodeWeightsHead } from '../../src/model/embedded/codes/read-code-judge.ts';
import { codeExamples } from './code-examples.ts';
import { examplesOf, fitCodes } from './fit-codes.ts';
import { learningSets, learningSha256, strangerPages, UNSEEN_SETS } from './learning-pages.ts';

/** A whole fit takes a while; some writers are enough to see that the weights follow from their pages. */
const PART = ['tenth', '05.jsonl', '06.jsonl', '07.jsonl'];

it('ships the weights of the pages that are committed (else run evals/codes/train.ts)', async () => {
  const pages = learningSets().reduce((sum, set) => sum + set.pages.length, 0);
  const head = await readCodeWeightsHead();
  expect([head.pages, head.pagesSha256]).toEqual([pages, learningSha256()]);
});

it('learns from no page that it is measured by', () => {
  const learnt = new Set(learningSets().map(({ name }) => name));
  expect(UNSEEN_SETS.filter((name) => learnt.has(name))).toEqual([]);
  expect(UNSEEN_SETS.flatMap(strangerPages).length).toBeGreaterThanOrEqual(25);
});

it('comes to weights that agree when it learns again from some writers', { timeout: 120_000 }, async () => {
  const sets = learningSets();
  const some = sets.filter(({ name }) => PART.includes(name)).map(examplesOf);
  const again = createCodeJudge(fitCodes(some));
  const committed = await readCodeJudge();
  const examples = strangerPages('third').flatMap((page) => codeExamples(page).spots);
  const same = examples.filter(({ signs }) => again.isCode(signs) > 0.5 === committed.isCode(signs) > 0.5);
  expect(examples.length).toBeGreaterThan(500);
  expect(same.length / examples.length).toBeGreaterThan(0.85);
});
