import { holds } from '../print-scoreboard.ts';
import type { SuiteResult } from '../suite-result.ts';
import { CODES_AS_OF, documentOf, readCodesCases } from './read-cases.ts';
import { scoreCodes } from './score.ts';
import { CODES_THRESHOLDS } from './thresholds.ts';

/** Reading codes from the suite's pages, in all and by half: the first half was written and mended with first. */
export function runCodesEval(): SuiteResult {
  const cases = readCodesCases().map((page) => ({
    ...page,
    asOf: CODES_AS_OF,
    open: () => documentOf(page),
  }));
  const first = scoreCodes(cases.filter(({ file }) => file.startsWith('a')));
  const second = scoreCodes(cases.filter(({ file }) => !file.startsWith('a')));
  const metrics = { ...scoreCodes(cases), ...byHalf('firstHalf', first), ...byHalf('secondHalf', second) };
  return {
    name: 'codes',
    n: cases.length,
    metrics,
    thresholds: CODES_THRESHOLDS,
    pass: Object.entries(CODES_THRESHOLDS).every(([name, limit]) => {
      const measured = metrics[name as keyof typeof metrics];
      return measured !== undefined && holds(measured, limit);
    }),
  };
}

function byHalf(name: string, metrics: ReturnType<typeof scoreCodes>): ReturnType<typeof scoreCodes> {
  const { precision, recall } = metrics;
  return {
    ...(precision && { [`${name}Precision`]: precision }),
    ...(recall && { [`${name}Recall`]: recall }),
  };
}
