import { describe, expect, it } from 'vitest';
import { CODE_BINS, packCodeWeights, unpackCodeWeights } from './code-weights.ts';
import { binsOf, createCodeJudge } from './create-code-judge.ts';
import { readCodeJudge } from './read-code-judge.ts';

const empty = () => ({
  isCode: new Float32Array(CODE_BINS.isCode),
  isOver: new Float32Array(CODE_BINS.isOver),
});
const binOf = (sign: string, bins: number): number => [...binsOf([sign], bins)][0] ?? -1;

describe('createCodeJudge', () => {
  it('adds up what was learnt of each sign, each once', () => {
    const weights = empty();
    weights.isCode[binOf('label just before', CODE_BINS.isCode)] = 2;
    weights.isCode[binOf('menu', CODE_BINS.isCode)] = -1;
    const { isCode } = createCodeJudge(weights);
    expect(isCode(['label just before', 'menu', 'label just before'])).toBeCloseTo(1 / (1 + Math.exp(-1)));
  });

  it('leaves open what it never learnt of', () => {
    const { isCode, isOver } = createCodeJudge(empty());
    expect([isCode([]), isOver(['never seen'])]).toEqual([0.5, 0.5]);
  });
});

describe('packed weights', () => {
  it('come back within half a step of their list', () => {
    const weights = empty();
    for (let at = 0; at < 400; at += 1) {
      weights.isCode[at] = Math.sin(at) * 3;
      weights.isOver[at] = Math.cos(at);
    }
    const { bytes, steps } = packCodeWeights(weights);
    const head = { version: 1 as const, pagesSha256: '', pages: 1, steps };
    const again = unpackCodeWeights(bytes, head);
    for (const list of ['isCode', 'isOver'] as const)
      for (let at = 0; at < 400; at += 1)
        expect(Math.abs((again[list][at] ?? 0) - (weights[list][at] ?? 0))).toBeLessThanOrEqual(
          steps[list] * 0.501,
        );
  });

  it('of another size are refused', () => {
    const head = { version: 1 as const, pagesSha256: '', pages: 1, steps: { isCode: 1, isOver: 1 } };
    expect(() => unpackCodeWeights(new Int8Array(3), head)).toThrow('another size');
  });
});

it('reads the weights that are committed', async () => {
  const { isCode, isOver } = await readCodeJudge();
  expect(isCode(['always', 'label just before', 'discount near', 'shape strong'])).toBeGreaterThan(0.5);
  expect(isOver(['always', 'ruled over', 'heading over'])).toBeGreaterThan(
    isOver(['always', 'date to come']),
  );
});
