import { describe, expect, it } from 'vitest';
import { FLAGS } from '../../src/domain/vetting/flag.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import { partOf, readCases } from './read-cases.ts';

const cases = readCases();

describe('the labelled applications', () => {
  it.each(FLAGS)('have a dozen of %s, and a dozen that only come near', (flag) => {
    expect(cases.filter(({ labels }) => labels.flags.includes(flag)).length).toBeGreaterThanOrEqual(12);
    expect(cases.filter(({ labels }) => labels.near.includes(flag)).length).toBeGreaterThanOrEqual(12);
  });

  it('are in many languages, and many of them are ordinary', () => {
    expect(new Set(cases.map(({ application }) => application.language)).size).toBeGreaterThanOrEqual(8);
    expect(cases.filter(({ labels }) => labels.flags.length === 0).length).toBeGreaterThanOrEqual(120);
  });

  it('keep a thread on one side of the split', () => {
    const test = new Set(
      cases.filter((vettingCase) => partOf(vettingCase) === 'test').map(({ thread }) => thread),
    );
    expect(
      cases.filter((vettingCase) => partOf(vettingCase) === 'learn' && test.has(vettingCase.thread)),
    ).toEqual([]);
    expect(test.size).toBeGreaterThan(200);
  });
});

describe('areaUnderCurve', () => {
  it('is the chance of the right order, ties half', () => {
    expect(areaUnderCurve([3, 2], [1, 2])?.value).toBe(0.875);
    expect(areaUnderCurve([1], [0])?.value).toBe(1);
    expect(areaUnderCurve([], [1])).toBeNull();
  });
});
