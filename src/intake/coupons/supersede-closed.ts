import type { Queryable } from '../../../db/client.ts';
import { appendAudit } from '../../../db/queries/audit/append-audit.ts';
import { openCaseProposals } from '../../../db/queries/coupons/open-case-proposals.ts';
import { supersedeOpen } from '../../../db/queries/proposals/supersede-open.ts';
import { supersededEntries } from '../../domain/proposals/superseded-entries.ts';

const WHY =
  'The page no longer shows the code, so the case is closed; should it come back, this is proposed again.';
const BY = 'coupon-watch';

/** Takes out of the queue what closed leak cases had proposed and nobody has decided. Appends to the audit: call it last. */
export async function supersedeClosed(
  db: Queryable,
  { caseIds, at }: { readonly caseIds: readonly string[]; readonly at: Date },
): Promise<void> {
  if (caseIds.length === 0) return;
  const proposalIds = await openCaseProposals(db, caseIds);
  const superseded = await supersedeOpen(db, { proposalIds, by: BY, why: WHY, at });
  await appendAudit(db, ...supersededEntries(superseded, { actor: BY, at, why: WHY }));
}
