import type { Queryable } from '../../../db/client.ts';
import { findCasePartner } from '../../../db/queries/fraud/find-case-partner.ts';
import { balances } from '../../../db/queries/ledger/balances.ts';
import { findProgramme } from '../../../db/queries/programme/find-programme.ts';
import { reconciliationState } from '../../../db/queries/reconciliation/reconciliation-state.ts';
import { type StatementLine, statementLines } from '../../../db/queries/reconciliation/statement-lines.ts';
import { statementTotals } from '../../../db/queries/reconciliation/statement-totals.ts';
import { Refusal } from '../../domain/errors.ts';
import type { PartnerStatement, StatementLineView } from '../../domain/http/statement-view.ts';

/** A quarter of a year: what a partner asks about. */
const SPAN_DAYS = 92;
const DAY_MS = 86_400_000;

/**
 * A partner's statement from the kept reconciliation and the ledger.
 *
 * @param from - orders from here on; absent: 92 days before `until`. @param until - before here; absent: up to now.
 * @throws {Refusal} `partner_unknown`.
 */
export async function partnerStatement(
  db: Queryable,
  {
    partnerId,
    from,
    until,
    now,
    limit,
  }: {
    readonly partnerId: string;
    readonly from?: Date | undefined;
    readonly until?: Date | undefined;
    readonly now: Date;
    readonly limit: number;
  },
): Promise<PartnerStatement> {
  const partner = await findCasePartner(db, partnerId);
  if (!partner) throw new Refusal('partner_unknown', `No partner is called ${partnerId}.`, { partnerId });
  const programme = await findProgramme(db);
  const state = await reconciliationState(db);
  const end = until ?? now;
  const span = { partnerId, from: from ?? new Date(end.getTime() - SPAN_DAYS * DAY_MS), until: end };
  const totals = await statementTotals(db, span);
  const lines = await statementLines(db, { ...span, limit });
  const all = totals.reduce((sum, total) => sum + total.lines, 0);
  return {
    partner: { id: partnerId, name: partner.name, network: partner.network },
    programme: programme?.name ?? 'Programme',
    isSimulated: programme?.is_demo ?? false,
    asOf: state?.as_of.toISOString() ?? null,
    from: span.from.toISOString(),
    until: end.toISOString(),
    balances: (await balances(db, partnerId)).map(({ account, currency, balanceMicros }) => ({
      account,
      balance: { micros: balanceMicros.toString(), currency },
    })),
    totals: totals.map((total) => ({ state: total.state, lines: total.lines, ...amountsOf(total) })),
    lines: lines.map(lineView),
    more: Math.max(0, all - lines.length),
  };
}

function lineView(line: StatementLine): StatementLineView {
  return {
    orderId: line.orderId,
    lineId: line.lineId,
    network: line.network,
    conversionId: line.conversionId,
    orderedAt: line.orderedAt.toISOString(),
    lockAt: line.lockAt.toISOString(),
    state: line.state,
    reason: line.reason,
    ...amountsOf(line),
  };
}

const amountsOf = (row: {
  readonly currency: string;
  readonly earnedMicros: bigint;
  readonly reversedMicros: bigint;
  readonly clawbackMicros: bigint;
  readonly leakedMicros: bigint;
}) => {
  const money = (micros: bigint) => ({ micros: micros.toString(), currency: row.currency });
  return {
    earned: money(row.earnedMicros),
    reversed: money(row.reversedMicros),
    clawback: money(row.clawbackMicros),
    leaked: money(row.leakedMicros),
  };
};
