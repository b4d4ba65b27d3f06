import { listWaitingApplications } from '../../db/queries/applications/list-waiting-applications.ts';
import { defineNode } from '../define-node.ts';
import type { VettingState } from './vetting-state.ts';

/** More wait for the next run. */
const APPLICATIONS_MAX = 2_000;

/** The applications that wait, oldest first and no more than one run takes: each becomes a work item with a thread of its own. */
export const findApplications = defineNode<VettingState, Pick<VettingState, 'items' | 'counts'>>({
  name: 'find-applications',
  tools: [],
  agent: null,
  async run(_state, { deps }) {
    const items = await listWaitingApplications(deps.db, APPLICATIONS_MAX);
    return { items, counts: { applications: items.length } };
  },
});
