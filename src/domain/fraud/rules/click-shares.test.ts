import { describe, expect, it } from 'vitest';
import { exampleTally } from '../example-tallies.ts';
import { FRAUD_POLICY_DEFAULTS } from '../fraud-policy.ts';
import type { ClickSketch } from '../sketch.ts';
import { clickShares } from './click-shares.ts';

const referred = (index: number): Partial<ClickSketch> => ({
  clicks: 1_000,
  referrerGiven: 850 + index,
  referrerCompared: 850,
  referrerForeign: 40 + index,
});
const honest = Array.from({ length: 30 }, (_, index) => exampleTally(`h${index}`, {}, referred(index)));
const stateOf = (name: string, tallies: Parameters<typeof clickShares>[0]) =>
  clickShares(tallies, FRAUD_POLICY_DEFAULTS, 90)
    .find(([first]) => first?.name === name)
    ?.at(-1)?.state;

describe('clickShares', () => {
  it('hits a partner that alone hides its referrers', () => {
    const hidden = exampleTally('x', {}, { clicks: 1_000, referrerGiven: 0 });
    expect(stateOf('missing_referrers', [...honest, hidden])).toBe('hit');
  });

  it('takes many partners without any referrer for a missing column', () => {
    const without = Array.from({ length: 10 }, (_, index) =>
      exampleTally(`n${index}`, {}, { clicks: 1_000, referrerGiven: 0 }),
    );
    expect(stateOf('missing_referrers', [...honest, ...without])).toBe('not_evaluated');
  });

  it('hits referrers from other people’s sites', () => {
    const foreign = exampleTally('x', {}, { ...referred(1), referrerForeign: 700 });
    expect(stateOf('foreign_referrers', [...honest, foreign])).toBe('hit');
  });

  it('does not take the crowd of a busy partner for a burst', () => {
    const busy = exampleTally('x', {}, { ...referred(1), clicks: 900_000, minuteBurstClicks: 500_000 });
    expect(stateOf('minute_bursts', [...honest, busy])).toBe('not_evaluated');
    const burst = exampleTally('x', {}, { ...referred(1), minuteBurstClicks: 500 });
    expect(stateOf('minute_bursts', [...honest, burst])).toBe('hit');
  });
});
