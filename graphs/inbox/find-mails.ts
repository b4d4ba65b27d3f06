import { listWaitingMails } from '../../db/queries/mail/list-waiting-mails.ts';
import { defineNode } from '../define-node.ts';
import type { InboxState } from './inbox-state.ts';

/** The mails that wait, oldest first and no more than one run takes: each becomes a work item with a thread of its own. */
export const findMails = defineNode<InboxState, Pick<InboxState, 'items' | 'counts'>>({
  name: 'find-mails',
  tools: [],
  agent: null,
  async run(_state, { deps }) {
    const items = await listWaitingMails(deps.db, deps.policy.inbox.mailsPerRun);
    return { items, counts: { mails: items.length } };
  },
});
