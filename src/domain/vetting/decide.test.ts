import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import { FLAGS } from './flag.ts';

describe('decide', () => {
  it('declines for three flags only', () => {
    expect(FLAGS.filter((flag) => decide([flag], []) === 'decline')).toEqual([
      'fake_account',
      'crypto_scam',
      'hate_or_slur',
    ]);
  });

  it('lets missing figures decide nothing alone', () => {
    expect(FLAGS.filter((flag) => decide([flag], []) === 'accept')).toEqual(['statistics_insufficient']);
    expect(decide(['statistics_insufficient', 'gambling'], [])).toBe('review');
  });

  it('declines nobody by what the learnt reader alone found', () => {
    expect(decide(['crypto_scam'], [], new Set(['crypto_scam']))).toBe('review');
    expect(decide(['crypto_scam', 'hate_or_slur'], [], new Set(['crypto_scam']))).toBe('decline');
  });

  it('never accepts figures that cannot be', () => {
    expect(decide([], [{ kind: 'impossible', sentence: 'x' }])).toBe('review');
    expect(decide([], [{ kind: 'contradictory', sentence: 'x' }])).toBe('review');
    expect(decide([], [{ kind: 'cut', sentence: 'x' }])).toBe('accept');
  });
});
