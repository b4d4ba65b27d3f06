import { createSentenceEncoder } from '../../src/model/embedded/sentence-encoder.ts';
import { readVettingWeights } from '../../src/model/embedded/vetting/read-vetting-weights.ts';
import { holds } from '../print-scoreboard.ts';
import type { Metric, SuiteResult } from '../suite-result.ts';
import { partOf, readCases } from './read-cases.ts';
import { readingsOf } from './readings-of.ts';
import { scoreVetting } from './score.ts';
import { VETTING_THRESHOLDS } from './thresholds.ts';
import { vetCases } from './vet-cases.ts';
import type { VettingCase } from './vetting-case.ts';

/**
 * Vetting of labelled applications that nothing was learnt from, against the thresholds: the first writer's held out half;
 * as `stranger.…` complete ones of two writers who saw neither rules nor word lists; and as `terse.…` ones of a third, who
 * hid what they say in a few words.
 */
export async function runVettingEval(): Promise<SuiteResult> {
  const [encoder, weights] = await Promise.all([createSentenceEncoder(), readVettingWeights()]);
  const reader = { embed: encoder.encode, weights };
  const sets: Record<string, VettingCase[]> = {
    '': readCases('cases').filter((vettingCase) => partOf(vettingCase) === 'test'),
    'stranger.': readCases('test', 'stranger'),
    'terse.': readCases('test', 'terse'),
  };
  const metrics: Record<string, Metric> = {};
  for (const [name, cases] of Object.entries(sets)) {
    const scores = scoreVetting(vetCases(cases, await readingsOf(cases, reader)));
    for (const [metric, value] of Object.entries(scores)) metrics[`${name}${metric}`] = value;
  }
  return {
    name: 'vetting',
    n: Object.values(sets).flat().length,
    metrics,
    thresholds: VETTING_THRESHOLDS,
    pass: Object.entries(VETTING_THRESHOLDS).every(([name, limit]) => {
      const measured = metrics[name];
      return measured !== undefined && holds(measured, limit);
    }),
  };
}
