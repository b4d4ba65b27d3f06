import { isDeclined } from '../../../../src/domain/reconciliation/choose-conversion.ts';
import { findDenial } from '../../../../src/domain/reconciliation/find-denial.ts';
import type { DenyingDecision } from '../../../../src/domain/reconciliation/programme-facts.ts';
import { reconcileProgramme } from '../../../../src/domain/reconciliation/reconcile-programme.ts';
import { RECONCILIATION_POLICY_DEFAULTS } from '../../../../src/domain/reconciliation/reconciliation-policy.ts';
import type { AwkwardFiles } from './awkward-facts.ts';
import { factsOfFiles } from './facts-of-files.ts';

export const EXPECTED_POLICY = {
  ...RECONCILIATION_POLICY_DEFAULTS,
  windowDaysByCategory: { shoes: 45, food: 0 },
  clawbackForbiddenPartners: ['forbids'],
  holidays: [
    { from: '2026-01-20T00:00:00Z', until: '2026-02-01T00:00:00Z', extendedUntil: '2026-03-15T00:00:00Z' },
  ],
};

/** Kept lines as the pure account has them, in a fixed order. */
export function expectedLines(files: AwkwardFiles, decided: readonly DenyingDecision[], asOf: Date) {
  const facts = factsOfFiles(files, decided);
  const fifo = new Map(
    reconcileProgramme(facts, { asOf, policy: EXPECTED_POLICY, matching: 'fifo' }).map((line) => [
      `${line.line.orderId} ${line.line.lineId}`,
      line,
    ]),
  );
  return reconcileProgramme(facts, { asOf, policy: EXPECTED_POLICY, matching: 'lifo' })
    .map(({ line, conversion, ...reckoned }) => {
      const other = fifo.get(`${line.orderId} ${line.lineId}`);
      return {
        order_id: line.orderId,
        line_id: line.lineId,
        network: conversion.network,
        conversion_id: conversion.conversionId,
        partner_id: conversion.partnerId,
        currency: conversion.currency,
        lock_at: reckoned.lockAt,
        earned_micros: reckoned.earnedMicros,
        reversed_micros: reckoned.reversedMicros,
        clawback_micros: reckoned.clawbackMicros,
        leaked_micros: reckoned.leakedMicros,
        fifo_reversed_micros: other?.reversedMicros,
        fifo_clawback_micros: other?.clawbackMicros,
        fifo_leaked_micros: other?.leakedMicros,
        state: reckoned.state,
        reason: reckoned.reason,
      };
    })
    .sort((left, right) =>
      `${left.order_id} ${left.line_id}` < `${right.order_id} ${right.line_id}` ? -1 : 1,
    );
}

/** What the ledger has to hold, from the pure account. */
export function expectedBalances(files: AwkwardFiles, decided: readonly DenyingDecision[], asOf: Date) {
  return reconcileProgramme(factsOfFiles(files, decided), { asOf, policy: EXPECTED_POLICY, matching: 'lifo' })
    .flatMap((reckoned) => {
      const { line, conversion, earnedMicros, reversedMicros, leakedMicros } = reckoned;
      const left = isDeclined(conversion) ? 0n : earnedMicros - reversedMicros;
      const stands = conversion.status === 'paid' ? 'paid' : reckoned.lockAt <= asOf ? 'locked' : 'reserved';
      return Object.entries({
        earned: leakedMicros - earnedMicros,
        leaked: -leakedMicros,
        reversed: reversedMicros,
        [stands]: left,
      }).map(([account, amount]) => ({
        order_id: line.orderId,
        line_id: line.lineId,
        partner_id: conversion.partnerId,
        currency: conversion.currency,
        account,
        amount,
      }));
    })
    .filter(({ amount }) => amount !== 0n)
    .sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}

/** Which conversions a decision denies, and by which, from the pure account. */
export function expectedDenials(files: AwkwardFiles, decided: readonly DenyingDecision[], asOf: Date) {
  const facts = factsOfFiles(files, decided);
  const counted = reconcileProgramme(facts, { asOf, policy: EXPECTED_POLICY, matching: 'lifo' });
  return [...new Set(counted.map(({ conversion }) => conversion))]
    .flatMap((conversion) => {
      const decision = isDeclined(conversion) ? null : findDenial(conversion, decided);
      return decision ? [`${conversion.orderId} ${decision.reason} ${decision.proposalId}`] : [];
    })
    .sort();
}

const keyOf = (row: { order_id: string; line_id: string; account: string }): string =>
  `${row.order_id} ${row.line_id} ${row.account}`;
