import { readApplication } from '../../src/domain/vetting/read-application.ts';
import { vetBatch } from '../../src/domain/vetting/vet-batch.ts';
import { VETTING_POLICY_DEFAULTS } from '../../src/domain/vetting/vetting-policy.ts';
import { createSentenceEncoder } from '../../src/model/embedded/sentence-encoder.ts';
import { readApplicationTexts } from '../../src/model/embedded/vetting/read-application-texts.ts';
import { type ReadTexts, readOnTwoCores } from '../../src/model/embedded/vetting/read-on-two-cores.ts';
import { readVettingWeights } from '../../src/model/embedded/vetting/read-vetting-weights.ts';
import { readCases } from '../vetting/read-cases.ts';
import type { BenchResult } from './bench-result.ts';

const APPLICATIONS = 240;
const REPETITIONS = 3;
const NOW = new Date('2026-11-20T09:00:00Z');

/** Reading and vetting words on two cores, as `vet` does, against the same on one. */
export async function benchVettingReading(): Promise<BenchResult> {
  const [encoder, weights] = await Promise.all([createSentenceEncoder(), readVettingWeights()]);
  const read = readCases('cases')
    .filter((_, at) => at % 7 === 0)
    .slice(0, APPLICATIONS)
    .map(({ application }) => readApplication(application))
    .filter((result) => 'application' in result);
  const onOne: ReadTexts = (list) => readApplicationTexts(list, { embed: encoder.encode, weights });
  const onTwo = readOnTwoCores(onOne);
  const secondsOf = async (reader: ReadTexts): Promise<number> => {
    const start = performance.now();
    const readings = await reader(read.map(({ application }) => application));
    Array.from(vetBatch(read, { policy: VETTING_POLICY_DEFAULTS, now: NOW, readings: (at) => readings[at] }));
    return (performance.now() - start) / 1_000;
  };
  await secondsOf(onTwo);
  const ratios: number[] = [];
  let [one, two] = [0, 0];
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    one = await secondsOf(onOne);
    two = await secondsOf(onTwo);
    ratios.push(two / one);
  }
  return {
    name: 'vetting-reading',
    says: 'reading and vetting applicants’ words on two cores ÷ on one',
    ratios,
    promise: { atMost: 0.9 },
    seen: {
      applications: read.length,
      applicationsPerSecondOnTwoCores: read.length / two,
      applicationsPerSecondOnOneCore: read.length / one,
    },
  };
}
