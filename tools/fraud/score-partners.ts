import { z } from 'zod';
import { PartnerScore } from '../../src/domain/fraud/fraud-scores.ts';
import { defineTool } from '../define-tool.ts';
import { scoresOfRun } from './case/scores-of-run.ts';

/** What a verdict rests on, without the detail that evidence has. */
const { shape } = PartnerScore.pick({
  partner: true,
  stratum: true,
  conversions: true,
  timed: true,
  fast: true,
  share: true,
  baselineShare: true,
  qValue: true,
  verdict: true,
  families: true,
  atRisk: true,
});

export const scorePartners = defineTool({
  name: 'fraud_score_partners',
  description:
    'The verdict on every partner as of a moment, from time to conversion, waiting baskets, clicks, referrers, buyers and codes.',
  effect: 'reads',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({ asOf: z.iso.datetime() }),
  arguments: { asOf: 'NUM' },
  output: z.object({ asOf: z.iso.datetime(), partners: z.array(z.object(shape)) }),
  limits: { seconds: 120 },

  async run({ asOf }, context) {
    const { scores } = await scoresOfRun(context, asOf);
    return { asOf: scores.asOf, partners: scores.partners };
  },
});
