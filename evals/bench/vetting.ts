import { readApplication } from '../../src/domain/vetting/read-application.ts';
import { vetBatch } from '../../src/domain/vetting/vet-batch.ts';
import { VETTING_POLICY_DEFAULTS } from '../../src/domain/vetting/vetting-policy.ts';
import { readCases } from '../vetting/read-cases.ts';
import type { BenchResult } from './bench-result.ts';

const APPLICATIONS = 1_000;
const REPETITIONS = 5;
const NOW = new Date('2026-11-20T09:00:00Z');

/** Vetting a thousand applications without pictures, against only parsing and folding the same JSON. */
export async function benchVetting(): Promise<BenchResult> {
  const cases = readCases('cases');
  const texts = Array.from({ length: APPLICATIONS }, (_, at) => {
    const application = cases[at % cases.length]?.application;
    return JSON.stringify({ ...application, id: `bench-${at}` });
  });
  vetAll(texts);
  const ratios: number[] = [];
  let vetSeconds = 0;
  let readSeconds = 0;
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    readSeconds = secondsOf(() => readAll(texts));
    vetSeconds = secondsOf(() => vetAll(texts));
    ratios.push(vetSeconds / readSeconds);
  }
  return {
    name: 'vetting',
    says: 'vetting applications without pictures ÷ reading, folding and cutting their words ten times',
    ratios,
    promise: { atMost: 15 },
    seen: {
      applications: APPLICATIONS,
      vetSeconds,
      readSeconds,
      applicationsPerSecond: APPLICATIONS / vetSeconds,
    },
  };
}

/** The unavoidable: every character parsed, normalised and cut into words, ten times over for a steady figure. */
function readAll(texts: readonly string[]): number {
  let words = 0;
  for (let turn = 0; turn < 10; turn += 1) {
    for (const text of texts) {
      JSON.parse(text);
      words +=
        text
          .normalize('NFKC')
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    }
  }
  return words;
}

function vetAll(texts: readonly string[]): number {
  const read = texts
    .map((text) => readApplication(JSON.parse(text)))
    .filter((result) => 'application' in result);
  return [...vetBatch(read, { policy: VETTING_POLICY_DEFAULTS, now: NOW })].length;
}

function secondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1_000;
}
