import { listProposalsOfRun } from '../db/queries/runs/list-proposals-of-run.ts';
import type { GraphDeps } from './graph-deps.ts';
import type { WorkEvent } from './work-event.ts';

/**
 * The proposals a thread waits for after proposing again.
 *
 * @param proposed ids of what was proposed just now; those that an earlier run proposed, and this one found unchanged, have
 *   their own thread waiting for them and are left out.
 */
export async function ownProposals(
  deps: GraphDeps,
  { event, proposalIds }: { readonly event: WorkEvent; readonly proposalIds: readonly string[] },
  proposed: readonly string[],
): Promise<string[]> {
  const own = await listProposalsOfRun(deps.db, event.runId, [...proposed]);
  return [...new Set([...proposalIds, ...own])];
}
