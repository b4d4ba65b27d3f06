import { createSentenceEncoder } from '../../src/model/embedded/sentence-encoder.ts';
import { readVettingWeights } from '../../src/model/embedded/vetting/read-vetting-weights.ts';
import { holds } from '../print-scoreboard.ts';
import type { SuiteResult } from '../suite-result.ts';
import { partOf, readCases } from './read-cases.ts';
import { readingsOf } from './readings-of.ts';
import { scoreVetting } from './score.ts';
import { VETTING_THRESHOLDS } from './thresholds.ts';
import { vetCases } from './vet-cases.ts';

/**
 * Vetting of labelled applications that nothing was learnt from, against the thresholds: the first writer's held out half,
 * and, as `blind.…`, the terse ones of a second writer who saw neither rules nor word lists.
 */
export async function runVettingEval(): Promise<SuiteResult> {
  const [encoder, weights] = await Promise.all([createSentenceEncoder(), readVettingWeights()]);
  const reader = { embed: encoder.encode, weights };
  const half = readCases('cases').filter((vettingCase) => partOf(vettingCase) === 'test');
  const blind = readCases('test');
  const metrics = {
    ...scoreVetting(vetCases(half, await readingsOf(half, reader))),
    ...Object.fromEntries(
      Object.entries(scoreVetting(vetCases(blind, await readingsOf(blind, reader)))).map(([name, metric]) => [
        `blind.${name}`,
        metric,
      ]),
    ),
  };
  return {
    name: 'vetting',
    n: half.length + blind.length,
    metrics,
    thresholds: VETTING_THRESHOLDS,
    pass: Object.entries(VETTING_THRESHOLDS).every(([name, limit]) => {
      const measured = metrics[name];
      return measured !== undefined && holds(measured, limit);
    }),
  };
}
