import { findCasePartner } from '../../../db/queries/fraud/find-case-partner.ts';
import { type CaseLine, listCaseLines } from '../../../db/queries/fraud/list-case-lines.ts';
import { Refusal } from '../../../src/domain/errors.ts';
import type { ToolContext } from '../../define-tool.ts';
import { askedKinds } from './asked-kinds.ts';
import type { FraudCase, LineGroup } from './fraud-case.ts';
import { isSuspect } from './is-suspect.ts';
import { scoresOfRun } from './scores-of-run.ts';
import { suspectSubId } from './suspect-sub-id.ts';

/**
 * Gathers one partner's case as of a moment, or of the end of the orders when that is earlier: its score, its conversions from the feed's own rows, what follows.
 *
 * Every figure of a proposal comes from here, so that none can be handed in.
 *
 * @throws {Refusal} `partner_unknown`.
 */
export async function openCase(context: ToolContext, partnerId: string, asOf: string): Promise<FraudCase> {
  const { db, policy } = context;
  const partner = await findCasePartner(db, partnerId);
  const { scores, byPartner } = await scoresOfRun(context, asOf);
  const score = byPartner.get(partnerId);
  if (!partner || !score) {
    throw new Refusal('partner_unknown', `No partner is called ${partnerId}.`, { partnerId });
  }
  const lines = await listCaseLines(db, {
    partnerId,
    asOf: new Date(scores.asOf),
    statuses: ['pending', 'approved', 'paid'],
  });
  const suspects = lines.filter((line) => isSuspect(line, score.families));
  const hold = groups(lines.filter(({ status, isHeld }) => status === 'pending' && !isHeld));
  const clawback = groups(
    suspects.filter(({ status, isClawedBack }) => status !== 'pending' && !isClawedBack),
  );
  return {
    asOf: scores.asOf,
    partner,
    score,
    stratumPartners: scores.baseline.find(({ stratum }) => stratum === score.stratum)?.partners ?? 0,
    windowsLooked: Math.min(policy.fraud.windowsLooked, score.windows.length),
    suspects,
    hold,
    clawback,
    subId: suspectSubId(lines, suspects),
    kinds: askedKinds(score.verdict, {
      hold: hold.length > 0,
      clawback: clawback.length > 0,
      block: !partner.isBlocked,
    }),
  };
}

/** By network and currency, largest first. Lines without commission move no money and are left out. */
function groups(lines: readonly CaseLine[]): LineGroup[] {
  const paying = lines.filter(({ commissionMicros }) => commissionMicros > 0n);
  return [...Map.groupBy(paying, ({ network, currency }) => JSON.stringify([network, currency])).values()]
    .map((group) => ({
      network: group[0]?.network ?? '',
      currency: group[0]?.currency ?? '',
      micros: group.reduce((sum, { commissionMicros }) => sum + commissionMicros, 0n),
      lines: group,
    }))
    .sort((left, right) => (left.micros === right.micros ? 0 : left.micros > right.micros ? -1 : 1));
}
