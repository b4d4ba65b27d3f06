import { describe, expect, it } from 'vitest';
import { exampleClicks, exampleMonths, exampleProgramme } from './example-sketches.ts';
import { FRAUD_POLICY_DEFAULTS } from './fraud-policy.ts';
import { FraudScores, type PartnerScore } from './fraud-scores.ts';
import { scorePartners } from './score-partners.ts';
import type { FraudInput } from './sketch.ts';

const SLOW = Array.from({ length: 14 }, (_, order) => 700 + 311 * order);
const THIEF = [...SLOW, 3, 5, 8, 12, 20, 31];

function scoreOf(input: FraudInput, partner: string): PartnerScore {
  const score = scorePartners(input, FRAUD_POLICY_DEFAULTS).partners.find((one) => one.partner === partner);
  if (!score) throw new Error(`${partner} is not scored`);
  return score;
}

describe('scorePartners', () => {
  it('watches a partner whose orders keep following the click within seconds, for timing alone', () => {
    const score = scoreOf(exampleProgramme(40, exampleMonths('thief', THIEF)), 'thief');
    expect(score).toMatchObject({
      verdict: 'watch',
      families: ['timing'],
      conversions: 60,
      timed: 60,
      fast: 18,
      share: 0.3,
    });
    expect(score.qValue).toBeLessThan(0.001);
    expect(score.baselineShare).toBeLessThan(0.06);
    expect(score.windows.map(({ counts }) => counts)).toEqual([true, true, true]);
    expect(score.atRisk).toEqual({ micros: '18000000', currency: 'GBP' });
  });

  it('calls the honest clean, and what it prints fits its schema', () => {
    const scores = FraudScores.parse(scorePartners(exampleProgramme(40), FRAUD_POLICY_DEFAULTS));
    expect(scores.partners.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 40 }, () => 'clean'));
    expect(scores.baseline[0]).toMatchObject({ stratum: 'content', partners: 40, conversions: 4_800 });
  });

  it('holds a partner that also takes visitors with a waiting basket', () => {
    const baskets = {
      cartKnown: 20,
      inCart: 12,
      cartTimed: 20,
      inCartTimed: 12,
      fastCartKnown: 6,
      fastInCart: 6,
      inCartCommissionMicros: 12_000_000n,
    };
    const input = exampleProgramme(40, exampleMonths('poacher', THIEF, baskets));
    const honest = input.conversions.map((row) =>
      row.partnerId === 'poacher'
        ? row
        : { ...row, cartKnown: 40, inCart: 2, cartTimed: 40, inCartTimed: 2, fastCartKnown: row.fast },
    );
    expect(scoreOf({ ...input, conversions: honest }, 'poacher')).toMatchObject({
      verdict: 'hold',
      families: ['timing', 'in_cart'],
    });
  });

  it('never calls a partner with fewer than twenty conversions clean', () => {
    expect(
      scoreOf(exampleProgramme(40, exampleMonths('thin', [900, 1_200, 4_000, 9_000])), 'thin').verdict,
    ).toBe('insufficient');
    expect(
      scoreOf(
        { ...exampleProgramme(40), partners: [{ partnerId: 'idle', type: 'content', buyers: null }] },
        'idle',
      ).verdict,
    ).toBe('insufficient');
  });

  it('does not judge delays that clocks coarser than 5 s give', () => {
    const coarse = {
      clicksOnTens: 20,
      clicksOnFifteens: 20,
      ordersOnTens: 20,
      ordersOnFifteens: 20,
      network: 'n2',
    };
    const score = scoreOf(exampleProgramme(40, exampleMonths('coarse', THIEF, coarse)), 'coarse');
    expect(score).toMatchObject({ verdict: 'not_identifiable', timed: 0, share: null, qValue: null });
    expect(score.signals.find(({ name }) => name === 'fast_orders')?.state).toBe('not_evaluated');
  });

  it('calls nothing consistent that happened in one window only', () => {
    const slow = [...SLOW, ...SLOW.slice(0, 6)];
    const [june, ...before] = exampleMonths('burst', slow);
    const [burst] = exampleMonths('burst', [
      ...SLOW,
      ...SLOW,
      ...Array.from({ length: 14 }, (_, order) => 2 + order),
    ]);
    if (!june || !burst) throw new Error('there are three months');
    const score = scoreOf(exampleProgramme(40, [burst, ...before]), 'burst');
    expect(score.qValue).toBeLessThan(0.01);
    expect(score.windows.map(({ counts }) => counts)).toEqual([true, false, false]);
    expect(score.families).toEqual([]);
  });

  it('sees huge click counts of a partner with hardly an order, where clicks are counted', () => {
    const input = exampleProgramme(40, exampleMonths('stuffer', [50_000]));
    const clicks = input.partners.map(({ partnerId }) =>
      exampleClicks({
        partnerId,
        clicks: partnerId === 'stuffer' ? 90_000 : 2_400,
        engagementKnown: 2_400,
        engaged: partnerId === 'stuffer' ? 20 : 2_000,
      }),
    );
    const score = scoreOf({ ...input, clicks }, 'stuffer');
    expect(score).toMatchObject({ verdict: 'hold', families: ['volume', 'referrer'] });
    expect(score.atRisk).toEqual({ micros: '3000000', currency: 'GBP' });
  });

  it('evaluates nothing about a column that is missing, and counts it as no pass', () => {
    const states = new Map(
      scoreOf(exampleProgramme(40), 'h1').signals.map(({ name, state }) => [name, state]),
    );
    for (const name of [
      'waiting_baskets',
      'clicks_per_order',
      'clicks_without_page',
      'others_codes',
      'repeat_buyers',
      'robot_clicks',
    ]) {
      expect(states.get(name), name).toBe('not_evaluated');
    }
    expect(states.get('fast_orders')).toBe('pass');
  });

  it('exempts partners from the waiting-basket rule by policy', () => {
    const input = exampleProgramme(40, exampleMonths('agreed', SLOW, { cartKnown: 14, inCart: 13 }));
    const known = {
      ...input,
      conversions: input.conversions.map((row) =>
        row.partnerId === 'agreed' ? row : { ...row, cartKnown: 40, inCart: 1 },
      ),
    };
    expect(scoreOf(known, 'agreed').families).toEqual(['in_cart']);
    const policy = { ...FRAUD_POLICY_DEFAULTS, inCartExemptPartnerIds: ['agreed'] };
    const score = scorePartners(known, policy).partners.find(({ partner }) => partner === 'agreed');
    expect(score?.families).toEqual([]);
    expect(score?.signals.find(({ name }) => name === 'waiting_baskets')?.state).toBe('not_evaluated');
  });

  it('answers for a programme without a single row', () => {
    const empty = {
      asOf: '2026-06-30T00:00:00Z',
      historyFrom: '2026-06-30',
      partners: [],
      conversions: [],
      clicks: [],
    };
    expect(scorePartners(empty, FRAUD_POLICY_DEFAULTS)).toEqual({
      asOf: '2026-06-30T00:00:00Z',
      baseline: [],
      partners: [],
    });
  });
});
