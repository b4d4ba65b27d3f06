import { holds } from '../print-scoreboard.ts';
import type { SuiteResult } from '../suite-result.ts';
import { partOf, readCases } from './read-cases.ts';
import { scoreVetting } from './score.ts';
import { VETTING_THRESHOLDS } from './thresholds.ts';
import { vetCases } from './vet-cases.ts';

/** Vetting of the labelled applications in the test half, against the thresholds. */
export function runVettingEval(): SuiteResult {
  const cases = readCases().filter((vettingCase) => partOf(vettingCase) === 'test');
  const metrics = scoreVetting(vetCases(cases));
  return {
    name: 'vetting',
    n: cases.length,
    metrics,
    thresholds: VETTING_THRESHOLDS,
    pass: Object.entries(VETTING_THRESHOLDS).every(([name, limit]) => {
      const measured = metrics[name];
      return measured !== undefined && holds(measured, limit);
    }),
  };
}
