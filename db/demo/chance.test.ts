import { describe, expect, it } from 'vitest';
import { chanceOf } from './chance.ts';

const draws = (seed: string) => Array.from({ length: 5 }, chanceOf(seed).unit);
const meanOf = (count: number, draw: () => number) =>
  Array.from({ length: count }, draw).reduce((sum, value) => sum + value, 0) / count;

describe('chanceOf', () => {
  it('draws the same for the same seed, for ever', () => {
    expect(draws('marginkeeper')).toEqual(draws('marginkeeper'));
    expect(chanceOf('marginkeeper').hex(12)).toBe('95233599d19a');
  });

  it('draws differently for seeds that differ in one letter', () => {
    expect(draws('order 1')).not.toEqual(draws('order 2'));
  });

  it('is uniform, and its log-normal and Beta have the mean and median asked for', () => {
    const chance = chanceOf('moments');
    expect(meanOf(20_000, chance.unit)).toBeCloseTo(0.5, 1);
    expect(meanOf(20_000, () => chance.beta(0.07, 60))).toBeCloseTo(0.07, 2);
    expect(meanOf(20_000, () => Number(chance.logNormal(9, 1) < 9))).toBeCloseTo(0.5, 1);
  });

  it('never takes a choice without weight', () => {
    const chance = chanceOf('weights');
    const taken = Array.from({ length: 1_000 }, () =>
      chance.weighted([
        ['never', 0],
        ['often', 3],
        ['seldom', 1],
      ]),
    );
    expect(new Set(taken)).toEqual(new Set(['often', 'seldom']));
  });

  it('shuffles without loss', () => {
    const list = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = chanceOf('cards').shuffled(list);
    expect(shuffled).not.toEqual(list);
    expect(shuffled.sort((a, b) => a - b)).toEqual(list);
  });
});
