import type { Application } from './application.ts';
import type { Engagement } from './engagement-rate.ts';
import type { VettingPolicy } from './vetting-policy.ts';
import type { Benchmark } from './vetting-result.ts';

/** What others of this platform and size reach; null when no table has this platform and denominator, or the size is unknown. */
export function benchmarkOf(
  { platform, stats }: Application,
  { rate, denominator }: Engagement,
  policy: VettingPolicy,
): Benchmark | null {
  const table = policy.benchmarks.find(
    (entry) => entry.platform === platform && entry.denominator === denominator,
  );
  if (table === undefined) return null;
  const size = stats.followers ?? stats.subscribers;
  if (size === null && table.tiers.length > 1) return null;
  const tier = table.tiers.filter(({ from }) => from <= (size ?? 0)).sort((a, b) => b.from - a.from)[0];
  if (tier === undefined) return null;
  return {
    platform: table.platform,
    denominator,
    tier: tier.name,
    good: tier.good,
    average: tier.average,
    verdict: rate >= tier.good ? 'good' : rate >= tier.average ? 'average' : 'below',
    asOf: table.asOf,
    source: table.source,
  };
}
