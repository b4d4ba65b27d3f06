import type { AuditEntry } from '../../../src/domain/audit-entry.ts';
import { supersededEntries } from '../../../src/domain/proposals/superseded-entries.ts';
import type { Queryable } from '../../client.ts';
import { overtakenReplies } from '../mail/overtaken-replies.ts';
import { supersedeOpen } from './supersede-open.ts';

const WHY = 'Another answer of this conversation has been sent meanwhile.';

/**
 * After the delivery of a reply: no other that waited beside it can be approved any more, and its mail is handled.
 *
 * @returns the rows for the audit, which the caller appends last.
 */
export async function supersedeOvertaken(
  db: Queryable,
  { proposalId, by, at }: { readonly proposalId: string; readonly by: string; readonly at: Date },
): Promise<AuditEntry[]> {
  const proposalIds = await overtakenReplies(db, proposalId);
  if (proposalIds.length === 0) return [];
  const superseded = await supersedeOpen(db, { proposalIds, by, why: WHY, at });
  await db.query(
    `
    update mail set status = 'handled'
     where mail_id in (select (effect ->> 'mailId')::uuid from proposal where proposal_id = any($1::uuid[]))
       and status in ('new', 'working', 'triaged', 'needs_review')
    `,
    [superseded.map((one) => one.proposalId)],
  );
  return supersededEntries(superseded, { actor: by, at, why: WHY });
}
