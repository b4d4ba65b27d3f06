import { z } from 'zod';
import { latestScoring } from '../../db/queries/fraud/latest-scoring.ts';
import { listScores } from '../../db/queries/fraud/list-scores.ts';
import { findPartnerDetail } from '../../db/queries/partners/find-partner-detail.ts';
import { Refusal } from '../../src/domain/errors.ts';
import { Family, Verdict } from '../../src/domain/fraud/fraud-scores.ts';
import { PartnerDetail } from '../../src/domain/http/partner-view.ts';
import { MoneyJson } from '../../src/domain/money/micros.ts';
import { defineTool } from '../define-tool.ts';

export const partnerStatus = defineTool({
  name: 'partners_status',
  description:
    'One partner: conversions and commission by network, what is held or blocked, its proposals, and the newest fraud verdict with the rules that hit.',
  effect: 'reads',
  // The name is the partner's own.
  exposure: { strangersText: true, privateData: true },
  input: z.strictObject({ partnerId: z.string().min(1).max(200) }),
  arguments: { partnerId: 'REF' },
  output: z.object({
    partner: PartnerDetail,
    /** Null before the first scoring, or when the partner was not among the scored. */
    score: z
      .object({
        asOf: z.iso.datetime(),
        verdict: Verdict,
        families: z.array(Family),
        /** What the rules that hit say, in our own words. */
        hits: z.array(z.string()),
        timed: z.int(),
        fast: z.int(),
        share: z.number().nullable(),
        baselineShare: z.number().nullable(),
        atRisk: MoneyJson.nullable(),
      })
      .nullable(),
  }),
  limits: { seconds: 20 },

  async run({ partnerId }, { db }) {
    const partner = await findPartnerDetail(db, partnerId);
    if (!partner) throw new Refusal('partner_unknown', 'There is no such partner.', { partnerId });
    const [scoring, scores] = [
      await latestScoring(db),
      await listScores(db, { verdict: null, partnerId, cursor: null, limit: 1 }),
    ];
    const score = scores.items[0];
    if (!scoring || !score) return { partner, score: null };
    const { verdict, families, timed, fast, share, baselineShare, atRisk } = score;
    const hits = score.signals.filter(({ state }) => state === 'hit').map(({ sentence }) => sentence);
    return {
      partner,
      score: { asOf: scoring.asOf, verdict, families, hits, timed, fast, share, baselineShare, atRisk },
    };
  },
});
