import { z } from 'zod';
import type { Queryable } from '../../db/client.ts';
import { defaultAsOf } from '../../db/queries/fraud/default-as-of.ts';
import { findCasePartner } from '../../db/queries/fraud/find-case-partner.ts';
import { listCaseLines } from '../../db/queries/fraud/list-case-lines.ts';
import { loadScoringInput } from '../../db/queries/fraud/load-scoring-input.ts';
import { Refusal } from '../domain/errors.ts';
import type { FraudPolicy } from '../domain/fraud/fraud-policy.ts';
import { FraudScores, PartnerScore } from '../domain/fraud/fraud-scores.ts';
import { scorePartners } from '../domain/fraud/score-partners.ts';
import { MoneyJson } from '../domain/money/micros.ts';

const ORDERS_MAX = 25;

/** The orders of one partner that follow the click in under a minute or found a basket waiting. */
const SuspectOrders = z.strictObject({
  count: z.int(),
  money: z.array(MoneyJson),
  sample: z
    .array(
      z.strictObject({
        network: z.string(),
        conversionId: z.string(),
        orderId: z.string().nullable(),
        subId: z.string().nullable(),
        convertedAt: z.iso.datetime(),
        status: z.string(),
        ttcSeconds: z.number().nullable(),
        inCart: z.boolean().nullable(),
        commission: MoneyJson,
      }),
    )
    .max(ORDERS_MAX),
});

/** What `marginkeeper fraud --json` prints. */
export const FraudReport = FraudScores.extend({
  /** Without the histograms, which are most of the bytes; `--explain` has the one asked for. */
  partners: z.array(PartnerScore.omit({ histogram: true })),
  explained: PartnerScore.extend({
    name: z.string().nullable(),
    type: z.string().nullable(),
    network: z.string().nullable(),
    orders: SuspectOrders,
    sentences: z.array(z.string()),
  }).optional(),
});
export type FraudReport = z.infer<typeof FraudReport>;

export interface FraudQuestion {
  /** Conversions and clicks after it are not counted; `null` is `defaultAsOf`. */
  readonly asOf: Date | null;
  readonly now: Date;
  readonly policy: FraudPolicy;
  /** A partner to be shown with its histogram, windows and orders; `null` for none. */
  readonly explain: string | null;
}

/**
 * Scores every partner of the programme, as it stood at a moment.
 *
 * Reads the sketches: `refreshSketches` before, or what was imported since is missing.
 *
 * @throws {Refusal} `partner_unknown` when the partner to be explained is none of the programme's.
 */
export async function fraudReport(
  db: Queryable,
  { asOf, now, policy, explain }: FraudQuestion,
): Promise<FraudReport> {
  const moment = asOf ?? (await defaultAsOf(db, now));
  const scores = scorePartners(await loadScoringInput(db, moment, policy), policy);
  const explained = explain === null ? null : await explainOne(db, scores, explain, moment);
  return {
    ...scores,
    partners: scores.partners.map(({ histogram: _drawnElsewhere, ...score }) => score),
    ...(explained === null ? {} : { explained }),
  };
}

async function explainOne(
  db: Queryable,
  scores: FraudScores,
  partnerId: string,
  asOf: Date,
): Promise<NonNullable<FraudReport['explained']>> {
  const score = scores.partners.find(({ partner }) => partner === partnerId);
  if (!score) {
    throw new Refusal('partner_unknown', `No partner is called ${partnerId}.`, { partnerId });
  }
  const partner = await findCasePartner(db, partnerId);
  return {
    ...score,
    name: partner?.name ?? null,
    type: partner?.type ?? null,
    network: partner?.network ?? null,
    orders: await suspectOrders(db, partnerId, asOf),
    sentences: score.signals.filter(({ state }) => state !== 'pass').map(({ sentence }) => sentence),
  };
}

async function suspectOrders(
  db: Queryable,
  partnerId: string,
  asOf: Date,
): Promise<z.infer<typeof SuspectOrders>> {
  const statuses = ['pending', 'approved', 'paid', 'unknown', 'reversed-provisional'];
  const lines = await listCaseLines(db, { partnerId, asOf, statuses });
  const suspects = lines.filter((line) => line.isFast || line.inCart === true);
  return {
    count: suspects.length,
    money: [...Map.groupBy(suspects, ({ currency }) => currency)].map(([currency, members]) => ({
      micros: members.reduce((sum, { commissionMicros }) => sum + commissionMicros, 0n).toString(),
      currency,
    })),
    sample: suspects.slice(0, ORDERS_MAX).map((line) => ({
      network: line.network,
      conversionId: line.conversionId,
      orderId: line.orderId,
      subId: line.subId,
      convertedAt: line.convertedAt.toISOString(),
      status: line.status,
      ttcSeconds: line.ttcSeconds,
      inCart: line.inCart,
      commission: { micros: line.commissionMicros.toString(), currency: line.currency },
    })),
  };
}
