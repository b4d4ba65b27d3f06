import { DEFAULT_POLICY } from '../../src/domain/policies.ts';
import type { Principal } from '../../src/domain/principal.ts';
import type { GatePolicy } from '../../src/domain/proposals/gate-policy.ts';
import type { ProposalLine } from '../../src/domain/proposals/lines.ts';
import { linesHash } from '../../src/domain/proposals/lines.ts';
import type { ProposalDraft } from '../../src/proposals/proposal-draft.ts';
import { propose } from '../../src/proposals/propose.ts';
import { ensurePartitions } from '../partitions.ts';
import type { Pools } from '../pool.ts';
import { findProposal } from '../queries/proposals/find-proposal.ts';

/** The moment at which the gate's tests happen: a Monday morning. */
export const NOW = new Date('2026-03-02T10:00:00.000Z');

export const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);

export const ANNA: Principal = { name: 'Anna', role: 'approver', kind: 'session' };
export const BEN: Principal = { name: 'Ben', role: 'admin', kind: 'token' };
export const VERA: Principal = { name: 'Vera', role: 'viewer', kind: 'session' };

export const POLICY: GatePolicy = DEFAULT_POLICY;
/** Effects leave at once. */
export const PROMPT: GatePolicy = { ...DEFAULT_POLICY, undoSeconds: 0 };

export const COMMISSION_MICROS = 2_000_000n;

/** A programme in pounds with partners `p1`, `p2`, …, each with so many pending conversions `p1-1`, `p1-2`, … */
export async function seedProgramme(
  { app }: Pools,
  { partners, conversionsEach = 0 }: { readonly partners: number; readonly conversionsEach?: number },
): Promise<void> {
  await app.query(
    `insert into programme (name, currency, time_zone) values ('Test shop', 'GBP', 'Europe/London')`,
  );
  await app.query(
    `insert into partner (partner_id, name, network)
     select 'p' || i, 'Partner ' || i, 'awin' from generate_series(1, $1::int) i`,
    [partners],
  );
  await ensurePartitions(app, 'conversion', NOW, NOW);
  await app.query(
    `insert into conversion (partner_id, network, conversion_id, converted_at, amount_micros, commission_micros, currency, status, status_raw)
     select 'p' || i, 'awin', 'p' || i || '-' || j, $3, $4 * 10, $4, 'GBP', 'pending', 'pending'
       from generate_series(1, $1::int) i, generate_series(1, $2::int) j`,
    [partners, conversionsEach, NOW, COMMISSION_MICROS.toString()],
  );
}

export const linesOf = (partnerId: string, from: number, to: number): ProposalLine[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    network: 'awin',
    conversionId: `${partnerId}-${from + index}`,
    commissionMicros: COMMISSION_MICROS,
    currency: 'GBP',
  }));

const common = {
  workflow: 'fraud',
  proposedBy: 'fraud',
  summary: '31 % of 412 orders follow the click within a minute.',
  source: { kind: 'feed', documentId: 'awin' },
  madeBy: { engine: 'embedded', prompt: 'fraud@1', rules: 'fraud@1' },
  evidence: [{ type: 'note', title: 'Answer', text: 'The partner may answer within 14 days.' }],
} satisfies Partial<ProposalDraft>;

export function warnDraft(partnerId: string, more: Partial<ProposalDraft> = {}): ProposalDraft {
  return {
    ...common,
    title: `Warn ${partnerId}`,
    effect: {
      kind: 'partner.warn',
      partnerId,
      network: 'awin',
      subject: 'Your traffic',
      body: 'Dear partner, your orders come quickly.',
    },
    partnerId,
    money: null,
    dedupeKey: `fraud:partner.warn:awin:${partnerId}`,
    ...more,
  };
}

export function blockDraft(partnerId: string, subId: string | null = null): ProposalDraft {
  return {
    ...common,
    title: `Block ${partnerId}`,
    effect: { kind: 'partner.block', partnerId, network: 'awin', subId },
    partnerId,
    money: null,
    dedupeKey: `fraud:partner.block:awin:${partnerId}:${subId}`,
  };
}

export function moneyDraft(
  kind: 'commission.hold' | 'commission.clawback',
  partnerId: string,
  lines: readonly ProposalLine[],
  more: Partial<ProposalDraft> = {},
): ProposalDraft {
  const micros = lines.reduce((sum, line) => sum + line.commissionMicros, 0n).toString();
  const money = { micros, currency: lines[0]?.currency ?? 'GBP' };
  return {
    ...common,
    title: `${kind} for ${partnerId}`,
    effect: {
      kind,
      partnerId,
      network: 'awin',
      money,
      lines: { count: lines.length, sha256: linesHash(lines) },
    },
    partnerId,
    money,
    lines: [...lines],
    dedupeKey: `fraud:${kind}:awin:${partnerId}:GBP:${lines[0]?.conversionId}`,
    ...more,
  };
}

export interface Proposed {
  readonly proposalId: string;
  readonly shownHash: string;
}

/** Proposes under the agents' role and reads back what a person would be shown; a dropped draft is an error. */
export async function proposeOne(
  pools: Pools,
  draft: ProposalDraft,
  { policy = POLICY, now = NOW }: { readonly policy?: GatePolicy; readonly now?: Date } = {},
): Promise<Proposed> {
  const outcome = await propose(pools.agent, draft, { runId: null, now, policy, programmeCurrency: 'GBP' });
  const found = outcome.proposalId === null ? null : await findProposal(pools.app, outcome.proposalId);
  if (found === null) throw new Error(`nothing was proposed: ${outcome.reason}`);
  return { proposalId: found.id, shownHash: found.shownHash };
}
