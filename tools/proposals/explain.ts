import { z } from 'zod';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { Refusal } from '../../src/domain/errors.ts';
import { MoneyJson } from '../../src/domain/money/micros.ts';
import type { Evidence } from '../../src/domain/proposals/evidence.ts';
import { defineTool } from '../define-tool.ts';

const SENTENCES_MAX = 12;

export const explainProposal = defineTool({
  name: 'proposals_explain',
  description:
    'Why one proposal was made: what it would do, its money, the rules that hit and the figures behind it, in our own sentences. Quotes of strangers are only counted.',
  effect: 'reads',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({ proposalId: z.uuid() }),
  arguments: { proposalId: 'REF' },
  output: z.object({
    proposalId: z.uuid(),
    kind: z.string(),
    status: z.string(),
    title: z.string(),
    summary: z.string(),
    partnerId: z.string().nullable(),
    proposedBy: z.string(),
    approvals: z.int(),
    approvalsNeeded: z.int(),
    money: MoneyJson.nullable(),
    reasons: z.array(z.string()).max(SENTENCES_MAX),
    /** How many rules were tried and did not hit, and how many could not be tried. */
    passed: z.int(),
    notEvaluated: z.int(),
    quotes: z.int(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  }),
  limits: { seconds: 10 },

  async run({ proposalId }, { db }) {
    const proposal = await findProposal(db, proposalId);
    if (!proposal) throw new Refusal('proposal_unknown', 'There is no such proposal.', { proposalId });
    const { id, kind, status, title, summary, partner, proposedBy, approvals, approvalsNeeded } = proposal;
    const count = (holds: (evidence: Evidence) => boolean): number => proposal.evidence.filter(holds).length;
    return {
      proposalId: id,
      kind,
      status,
      title,
      summary,
      partnerId: partner?.id ?? null,
      proposedBy,
      approvals,
      approvalsNeeded,
      money: proposal.money,
      reasons: proposal.evidence
        .flatMap((evidence) =>
          evidence.type === 'signal' && evidence.state === 'hit' ? [evidence.sentence] : [],
        )
        .slice(0, SENTENCES_MAX),
      passed: count((one) => one.type === 'signal' && one.state === 'pass'),
      notEvaluated: count((one) => one.type === 'signal' && one.state === 'not_evaluated'),
      quotes: count(({ type }) => type === 'quote'),
      createdAt: proposal.createdAt,
      expiresAt: proposal.expiresAt,
    };
  },
});
