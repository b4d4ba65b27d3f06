import { describe, expect, it } from 'vitest';
import { exampleDelays } from './example-sketches.ts';
import { addHistograms, compareHistograms, histogramMedianSeconds } from './histogram.ts';
import { TTC_BIN_COUNT } from './ttc-bins.ts';

const histogramOf = (delays: number[]) => exampleDelays(delays).ttcHistogram;

describe('histogramMedianSeconds', () => {
  it('interpolates within the bin that holds the middle', () => {
    expect(histogramMedianSeconds(histogramOf([70, 75, 80, 85]))).toBe(75);
  });

  it('is null without orders', () => {
    expect(histogramMedianSeconds(histogramOf([]))).toBeNull();
  });
});

describe('compareHistograms', () => {
  it('puts shares side by side in bins that leave no gap', () => {
    const bins = compareHistograms(histogramOf([5, 5, 700]), histogramOf([700]));
    expect(bins).toHaveLength(TTC_BIN_COUNT);
    for (const [index, bin] of bins.slice(1).entries()) expect(bin.fromSeconds).toBe(bins[index]?.toSeconds);
    expect(bins.find(({ fromSeconds }) => fromSeconds === 5)?.partnerShare).toBeCloseTo(2 / 3, 12);
    expect(bins.find(({ fromSeconds }) => fromSeconds === 600)).toMatchObject({ stratumShare: 1 });
  });
});

describe('addHistograms', () => {
  it('adds bin by bin', () => {
    expect(addHistograms([histogramOf([5]), histogramOf([5, 700])])).toEqual(histogramOf([5, 5, 700]));
  });
});
