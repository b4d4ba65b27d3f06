import { findCasePartner } from '../../../db/queries/fraud/find-case-partner.ts';
import { readEarlyLocks } from '../../../db/queries/reconciliation/read-early-locks.ts';
import { returnedCommissions } from '../../../db/queries/reconciliation/returned-commissions.ts';
import { Refusal } from '../../../src/domain/errors.ts';
import { readCaseKey } from '../../../src/domain/reconciliation/case-key.ts';
import { RETURN_KINDS, type ReturnKind } from '../../../src/domain/reconciliation/return-kinds.ts';
import {
  canClawBack,
  canCorrect,
  type ReturnedCommission,
  toClawBack,
  toCorrect,
} from '../../../src/domain/reconciliation/returned-commission.ts';
import type { ToolContext } from '../../define-tool.ts';
import type { ReturnCase, ReturnGroup } from './return-case.ts';

/** Largest first; what is left waits for the next run. */
const CONVERSIONS_MAX = 5_000;

/**
 * Gathers what came back of one partner's orders on one network, from the kept reconciliation and the feed's own rows.
 *
 * Every figure of a proposal comes from here, so that none can be handed in.
 *
 * @param caseKey - as `caseKey` writes it.
 * @throws {Refusal} `partner_unknown`.
 */
export async function openReturnCase({ db, policy, now }: ToolContext, caseKey: string): Promise<ReturnCase> {
  const { network, partnerId } = readCaseKey(caseKey);
  const partner = await findCasePartner(db, partnerId);
  if (!partner) throw new Refusal('partner_unknown', `No partner is called ${partnerId}.`, { partnerId });
  const rows = await returnedCommissions(db, {
    partnerId,
    network,
    conversionIds: null,
    proposalId: null,
    limit: CONVERSIONS_MAX,
  });
  const locks = await readEarlyLocks(db, { asOf: now, policy: policy.reconciliation });
  const min = BigInt(policy.reconciliation.proposalMinMicros);
  return {
    partner,
    network,
    groups: RETURN_KINDS.flatMap((kind) => groupsOf(kind, rows)).filter(({ micros }) => micros >= min),
    paid: rows.filter((row) => row.status === 'paid' && toCorrect(row) > 0n),
    earlyLocks: locks.filter((lock) => lock.network === network && lock.partnerId === partnerId),
  };
}

/** One group a currency. */
function groupsOf(kind: ReturnKind, all: readonly ReturnedCommission[]): ReturnGroup[] {
  const rows = all.filter(kind === 'commission.correct' ? canCorrect : canClawBack);
  return [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, members]) => ({
    kind,
    currency,
    micros: members.reduce((sum, row) => sum + amountOf(kind, row), 0n),
    fifoMicros: members.reduce((sum, row) => sum + fifoOf(kind, row), 0n),
    rows: members,
  }));
}

/** What a proposal of this kind takes of a conversion: what none before it took; micros. */
export const amountOf = (kind: ReturnKind, row: ReturnedCommission): bigint =>
  kind === 'commission.correct' ? toCorrect(row) : toClawBack(row);

/** The same if returns naming no order belong to the first purchase. */
const fifoOf = (kind: ReturnKind, row: ReturnedCommission): bigint =>
  amountOf(kind, {
    ...row,
    reversedMicros: row.fifoReversedMicros,
    clawbackMicros: row.fifoClawbackMicros,
  });
