import { z } from 'zod';
import type { ProposalLine } from '../../../src/domain/proposals/lines.ts';
import type { Shown } from '../../../src/domain/proposals/shown.ts';
import type { Origin } from '../../../src/domain/proposals/stored-proposal.ts';
import type { Queryable } from '../../client.ts';

const IdRow = z.object({ proposal_id: z.string() });

export interface NewProposal {
  readonly shown: Shown;
  readonly shownHash: string;
  readonly origin: Origin;
  readonly originHash: string;
  readonly lines: readonly ProposalLine[];
}

/** Inserts a proposal with its lines in one statement, which is all the agents' role may write; gives its id. */
export async function insertProposal(db: Queryable, proposal: NewProposal): Promise<string> {
  const { shown, origin, lines } = proposal;
  const { rows } = await db.query(
    `
    with p as (
      insert into proposal (
        kind, partner_id, title, summary, effect, evidence, source, money_micros, currency, approvals_needed,
        proposed_by, run_id, workflow, made_by, shown_hash, origin_hash, stranger, dedupe_key, supersedes,
        created_at, expires_at
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
      returning proposal_id
    ), l as (
      insert into proposal_line (proposal_id, network, conversion_id, commission_micros, currency)
      select p.proposal_id, line.*
        from p, unnest($22::text[], $23::text[], $24::bigint[], $25::text[]) as line
    )
    select proposal_id from p
    `,
    [
      shown.kind,
      origin.partnerId,
      shown.title,
      shown.summary,
      JSON.stringify(shown.effect),
      JSON.stringify(shown.evidence),
      shown.source === null ? null : JSON.stringify(shown.source),
      shown.money?.micros ?? null,
      shown.money?.currency ?? null,
      shown.approvalsNeeded,
      shown.proposedBy,
      origin.runId,
      origin.workflow,
      JSON.stringify(shown.madeBy),
      proposal.shownHash,
      proposal.originHash,
      origin.stranger,
      origin.dedupeKey,
      origin.supersedes,
      shown.createdAt,
      shown.expiresAt,
      lines.map((line) => line.network),
      lines.map((line) => line.conversionId),
      lines.map((line) => line.commissionMicros.toString()),
      lines.map((line) => line.currency),
    ],
  );
  return IdRow.parse(rows[0]).proposal_id;
}
