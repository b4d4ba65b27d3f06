import { wilsonInterval } from '../../src/domain/statistics/wilson-interval.ts';
import { FLAGS, type VettingFlag } from '../../src/domain/vetting/flag.ts';
import { READ_FLAGS } from '../../src/domain/vetting/text-reading.ts';
import type { Metric } from '../suite-result.ts';
import type { VettedCase } from './vet-cases.ts';

/** As a fraction of the labelled rate. */
const RATE_TOLERANCE = 0.01;

/** Vetting against labels: decisions, flags over all applications and by flag, engagement figures. */
export function scoreVetting(vetted: readonly VettedCase[]): Record<string, Metric> {
  const pairs = vetted.flatMap(({ vettingCase, vetting }) =>
    FLAGS.map((flag) => ({
      flag,
      wanted: vettingCase.labels.flags.includes(flag),
      near: vettingCase.labels.near.includes(flag),
      found: vetting.flags.includes(flag),
    })),
  );
  const ofText = new Set<VettingFlag>(READ_FLAGS);
  const recallOf = (flag?: VettingFlag): Metric =>
    share(
      pairs.filter((pair) => pair.wanted && (flag === undefined || pair.flag === flag)),
      ({ found }) => found,
    );
  const precisionOf = (flag?: VettingFlag): Metric =>
    share(
      pairs.filter((pair) => pair.found && (flag === undefined || pair.flag === flag)),
      ({ wanted }) => wanted,
    );
  const withRate = vetted.filter(({ vettingCase }) => vettingCase.labels.engagementRate !== null);
  const good = vetted.filter(({ vettingCase }) => vettingCase.labels.flags.length === 0);
  return {
    decisionAgreement: share(
      vetted,
      ({ vettingCase, vetting }) => vetting.decision === vettingCase.labels.decision,
    ),
    flagRecall: recallOf(),
    flagPrecision: precisionOf(),
    textFlagRecall: share(
      pairs.filter(({ wanted, flag }) => wanted && ofText.has(flag)),
      ({ found }) => found,
    ),
    textFlagPrecision: share(
      pairs.filter(({ found, flag }) => found && ofText.has(flag)),
      ({ wanted }) => wanted,
    ),
    nearMissesFlagged: share(
      pairs.filter(({ near, wanted }) => near && !wanted),
      ({ found }) => found,
    ),
    goodOnesAccepted: share(good, ({ vetting }) => vetting.decision === 'accept'),
    engagementWithinOnePercent: share(withRate, rateFits),
    ...Object.fromEntries(
      FLAGS.flatMap((flag) => [
        [`recall.${flag}`, recallOf(flag)],
        [`precision.${flag}`, precisionOf(flag)],
      ]),
    ),
  };
}

function rateFits({ vettingCase: { labels }, vetting }: VettedCase): boolean {
  if (labels.engagementRate === null || vetting.engagementRate === null) return false;
  return (
    labels.denominator === vetting.denominator &&
    Math.abs(vetting.engagementRate - labels.engagementRate) <= RATE_TOLERANCE * labels.engagementRate
  );
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): Metric {
  const right = items.filter(holds).length;
  return {
    value: items.length === 0 ? Number.NaN : right / items.length,
    n: items.length,
    interval: wilsonInterval(right, items.length),
  };
}
