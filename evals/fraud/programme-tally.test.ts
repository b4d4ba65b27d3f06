import { describe, expect, it } from 'vitest';
import { FRAUD_POLICY_DEFAULTS } from '../../src/domain/fraud/fraud-policy.ts';
import { scorePartners } from '../../src/domain/fraud/score-partners.ts';
import { simulatePlainInput } from './plain-programme.ts';
import { addProgramme, emptyTally } from './programme-tally.ts';

const { input, planted } = simulatePlainInput(41, 400, true);
const scores = scorePartners(input, FRAUD_POLICY_DEFAULTS);

describe('addProgramme', () => {
  it('counts what was planted and found', () => {
    const tally = emptyTally();
    addProgramme(tally, scores, planted);
    const strong = [...planted.values()].filter((kind) => kind === 'strong_hijacker').length;
    expect(tally.partners).toBe(400);
    expect(tally.strong.of).toBe(strong);
    expect(tally.strong.right).toBeGreaterThan(0.8 * strong);
    expect(tally.held.right).toBe(tally.held.of);
  });

  it('counts a held honest partner as wrong, and a thin one called clean', () => {
    const tally = emptyTally();
    const partners = scores.partners.map((score) => ({ ...score, verdict: 'hold' as const }));
    addProgramme(tally, { ...scores, partners }, new Map());
    expect(tally.held).toEqual({ right: 0, of: 400 });
    const clean = scores.partners.map((score) => ({ ...score, conversions: 3, verdict: 'clean' as const }));
    addProgramme(tally, { ...scores, partners: clean }, planted);
    expect(tally.thinCalledClean).toBe(400);
  });
});
