import { expect, it } from 'vitest';
import { scoreProblemSolving } from '../../src/domain/pages/score-problem-solving.ts';
import {
  classifyFeatures,
  classifyPage,
  type PageClass,
} from '../../src/model/embedded/pages/classify-page.ts';
import { readPageWeights } from '../../src/model/embedded/pages/read-page-weights.ts';
import { pageExamples } from './page-examples.ts';

const shareOf = ({ ranked }: PageClass, kind: string): number =>
  ranked.find(({ contentType }) => contentType === kind)?.share ?? 0;

it('takes a page the more for a tested comparison, and the less for a cheap list, the more it solves', async () => {
  const weights = await readPageWeights();
  const pages = pageExamples('test').filter(({ page }) =>
    ['comparison_tested', 'listicle_low_value'].includes(page.contentType),
  );
  let moved = 0;
  for (const { reading, features } of pages) {
    const [plain, told] = [classifyFeatures(features, weights), classifyPage(reading.signals, weights)];
    const either = (found: PageClass): number =>
      shareOf(found, 'comparison_tested') + shareOf(found, 'listicle_low_value');
    expect(either(told)).toBeCloseTo(either(plain), 9);
    expect(shareOf(told, 'product')).toBe(shareOf(plain, 'product'));
    const gained = shareOf(told, 'comparison_tested') - shareOf(plain, 'comparison_tested');
    const { score } = scoreProblemSolving(reading.signals);
    expect(gained * (score - 0.5)).toBeGreaterThanOrEqual(0);
    if (Math.abs(gained) > 0.001) moved += 1;
  }
  expect(moved).toBeGreaterThan(0);
});
