import type { BenchmarkTable } from './benchmark-table.ts';

const AS_OF = '2026-01-01';
const tiers = (rows: readonly (readonly [string, number, number, number])[]): BenchmarkTable['tiers'] =>
  rows.map(([name, from, goodPercent, averagePercent]) => ({
    name,
    from,
    good: goodPercent / 100,
    average: averagePercent / 100,
  }));

/**
 * What is good and average on each platform, by follower tier. Published figures differ by a factor of two, so these are
 * dated data that the policy file may replace, never constants of the rules.
 */
export const BENCHMARKS: readonly BenchmarkTable[] = [
  {
    platform: 'instagram',
    denominator: 'followers',
    asOf: AS_OF,
    source: 'vendors’ published benchmarks of 2026, rounded',
    tiers: tiers([
      ['nano', 0, 5, 3],
      ['micro', 10_000, 3.5, 2],
      ['mid', 50_000, 2.5, 1.5],
      ['macro', 500_000, 1.8, 1],
      ['mega', 1_000_000, 1.2, 0.7],
    ]),
  },
  {
    platform: 'tiktok',
    denominator: 'views',
    asOf: AS_OF,
    source: 'vendors’ published benchmarks of 2026, rounded',
    tiers: tiers([
      ['nano', 0, 10, 6],
      ['micro', 10_000, 7, 4],
      ['mid', 50_000, 5, 3],
      ['macro', 500_000, 3.5, 2],
      ['mega', 1_000_000, 2, 1],
    ]),
  },
  {
    platform: 'youtube',
    denominator: 'views',
    asOf: AS_OF,
    source: 'own default, not measured',
    tiers: tiers([['all', 0, 4, 2]]),
  },
  {
    platform: 'youtube',
    denominator: 'subscribers',
    asOf: AS_OF,
    source: 'own default, not measured: views a video ÷ subscribers',
    tiers: tiers([['all', 0, 15, 5]]),
  },
];
