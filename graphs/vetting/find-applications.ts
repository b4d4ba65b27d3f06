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
  async run(_state, { deps, step }) {
    const items = await listWaitingApplications(deps.db, APPLICATIONS_MAX);
    // All pictures first: only then is a copy of another applicant's known as one.
    await step('tool', 'see_pictures', async (counts) => {
      counts.withPictures = await deps.seePictures(items);
    });
    await step('tool', 'observe_profiles', async (counts) => {
      counts.profiles = await deps.observeProfiles(items);
    });
    await step('tool', 'read_sites', async (counts) => {
      counts.sites = await deps.readSites(items);
    });
    return { items, counts: { applications: items.length } };
  },
});
