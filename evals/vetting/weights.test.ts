import { describe, expect, it } from 'vitest';
import {
  readVettingWeights,
  readVettingWeightsHead,
} from '../../src/model/embedded/vetting/read-vetting-weights.ts';
import {
  packVettingWeights,
  unpackVettingWeights,
} from '../../src/model/embedded/vetting/vetting-weights.ts';
import { fitReader } from './fit-reader.ts';
import { partOf, readCases } from './read-cases.ts';
import { learntSha256, readPhrases } from './read-phrases.ts';
import { readerExamples } from './reader-examples.ts';

const cases = readCases('cases').filter((vettingCase) => partOf(vettingCase) === 'learn');
const phrases = readPhrases();
/** Quick and empty: what is tested here is the learning, not the sentences. */
const noMeaning = async (texts: readonly string[]) => texts.map(() => new Float32Array(512));

describe('the committed weights that read applicants’ words', () => {
  it('were learnt from the applications and phrases that are committed (else run evals/vetting/train.ts)', async () => {
    const head = await readVettingWeightsHead();
    expect([head.applications, head.phrases]).toEqual([cases.length, phrases.length]);
    expect(head.casesSha256).toBe(learntSha256(cases, phrases));
  });

  it('come out the same when learnt again, and survive packing', async () => {
    const few = await readerExamples(
      cases.filter((_, at) => at % 40 === 0),
      phrases.filter((_, at) => at % 60 === 0),
      noMeaning,
    );
    const [once, again] = [fitReader(few), fitReader(few)];
    expect(Buffer.compare(Buffer.from(once.weights.buffer), Buffer.from(again.weights.buffer))).toBe(0);
    const { limits } = await readVettingWeightsHead();
    const { bytes, rarityStep, steps } = packVettingWeights(once);
    const { weights } = unpackVettingWeights(bytes, { rarityStep, steps, limits });
    const top = once.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const far = once.weights.reduce(
      (most, weight, at) => Math.max(most, Math.abs(weight - (weights[at] ?? 0))),
      0,
    );
    expect(far).toBeLessThan(top / 100);
  });

  it('have numbers for every kind of feature', async () => {
    const { weights, rarity } = await readVettingWeights();
    for (const numbers of [weights, rarity]) expect(numbers.some((number) => number !== 0)).toBe(true);
  });
});

describe('the labelled applications', () => {
  it('have one id each, in learning and test together', () => {
    const ids = [...readCases('cases'), ...readCases('test')].map(({ application }) => application.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('share no thread between learning and test', () => {
    const threads = new Set(cases.map(({ thread }) => thread));
    expect(readCases('test').filter(({ thread }) => threads.has(thread))).toEqual([]);
  });
});
