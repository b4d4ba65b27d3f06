import { listLateReturns } from '../../../db/queries/reconciliation/list-late-returns.ts';
import { linesHash, type ProposalLine } from '../../../src/domain/proposals/lines.ts';
import { planCorrection } from '../../../src/domain/reconciliation/plan-correction.ts';
import { planHash } from '../../../src/domain/reconciliation/plan-hash.ts';
import type { ReturnKind } from '../../../src/domain/reconciliation/return-kinds.ts';
import { propose } from '../../../src/proposals/propose.ts';
import type { ToolContext } from '../../define-tool.ts';
import type { Proposed } from '../../proposed.ts';
import { amountOf, openReturnCase } from './open-return-case.ts';
import type { ReturnCase, ReturnGroup } from './return-case.ts';
import { returnEvidence } from './return-evidence.ts';
import type { ReturnInput } from './return-input.ts';

/** Which version of the rules about returns made a proposal. */
const RULES = 'reconciliation-rules@1';
const RETURNS_MAX = 10_000;

/** Looks the case up anew and puts one wish a currency into the queue, as far as there is something to take back. */
export async function putReturnWishes(
  kind: ReturnKind,
  input: ReturnInput,
  context: ToolContext,
): Promise<Proposed> {
  const found = await openReturnCase(context, input.caseKey);
  const groups = found.groups.filter((group) => group.kind === kind);
  const proposals: Proposed['proposals'] = [];
  for (const group of groups) {
    // A revision answers one proposal; further parts stand for themselves.
    const answers = proposals.length === 0 ? input.answers : null;
    proposals.push(await put(group, found, { ...input, answers }, context));
  }
  if (proposals.length > 0) return { proposals };
  const reason = 'Nothing of this kind is worth a decision (any more).';
  return { proposals: [{ proposalId: null, kind, state: 'dropped', reason }] };
}

async function put(
  group: ReturnGroup,
  found: ReturnCase,
  input: ReturnInput,
  context: ToolContext,
): Promise<Proposed['proposals'][number]> {
  const { partner, network } = found;
  const { kind, currency, micros, rows } = group;
  const money = { micros: micros.toString(), currency };
  const lines: ProposalLine[] = rows.map((row) => ({
    network: row.network,
    conversionId: row.conversionId,
    commissionMicros: amountOf(kind, row),
    currency,
  }));
  const { partnerId } = partner;
  const bound = { partnerId, network, money, lines: { count: lines.length, sha256: linesHash(lines) } };
  const isClawback = kind === 'commission.clawback';
  const returns = isClawback ? await listLateReturns(context.db, { partnerId, limit: RETURNS_MAX }) : [];
  const outcome = await propose(
    context.db,
    {
      workflow: 'reconciliation',
      // Who asked for it may not approve it.
      proposedBy: context.askedBy ?? 'reconciliation',
      title: `${partner.keyAccount ? 'Tier 1: ' : ''}${input.title}`,
      summary: input.summary,
      effect: isClawback
        ? { kind, ...bound, basis: 'returns' }
        : { kind, ...bound, planSha256: planHash(rows.map(planCorrection)) },
      evidence: returnEvidence(found, group, returns, input.note),
      source: null,
      partnerId,
      money,
      lines,
      madeBy: { ...input.madeBy, rules: RULES },
      dedupeKey: ['reconciliation', kind, network, partnerId, currency].join(':'),
      answers: input.answers,
    },
    context,
  );
  const { proposalId, state, reason = null } = outcome;
  return { proposalId, kind, state, reason };
}
