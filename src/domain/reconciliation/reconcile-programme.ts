import { chooseConversion } from './choose-conversion.ts';
import { findDenial } from './find-denial.ts';
import { type Matching, placeReturns } from './place-returns.ts';
import type { ProgrammeFacts } from './programme-facts.ts';
import { type ReckonedLine, reckonLine } from './reckon-line.ts';
import type { ReconciliationPolicy } from './reconciliation-policy.ts';
import { splitCommission } from './split-commission.ts';

/**
 * Every commissioned line of a programme, by the rules of README.md: the account that the SQL is compared with.
 *
 * It reads everything at once and suits a few ten thousand lines; the product reckons in the database.
 */
export function reconcileProgramme(
  facts: ProgrammeFacts,
  {
    asOf,
    policy,
    matching,
  }: { readonly asOf: Date; readonly policy: ReconciliationPolicy; readonly matching: Matching },
): ReckonedLine[] {
  const conversions = facts.conversions.filter(({ convertedAt }) => convertedAt <= asOf);
  const refunds = facts.refunds.filter(({ refundedAt }) => refundedAt <= asOf);
  const known = facts.lines.filter(({ orderedAt }) => orderedAt <= asOf);
  const returns = Map.groupBy(placeReturns(known, refunds, matching), ({ line }) => line);
  const linesOf = Map.groupBy(facts.lines, ({ orderId }) => orderId);

  return [...Map.groupBy(conversions, ({ orderId }) => orderId)].flatMap(([orderId, ofOrder]) => {
    const lines = orderId === null ? [] : (linesOf.get(orderId) ?? []);
    const conversion = chooseConversion(ofOrder);
    if (conversion === null || lines.length === 0) return [];
    const shares = splitCommission(conversion.commissionMicros, lines);
    const decision = findDenial(conversion, facts.decisions);
    return lines
      .filter(({ orderedAt }) => orderedAt <= asOf)
      .map((line) =>
        reckonLine(line, conversion, shares.get(line.lineId) ?? 0n, returns.get(line) ?? [], {
          asOf,
          policy,
          decision,
        }),
      );
  });
}
