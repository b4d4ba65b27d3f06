import assert from 'node:assert';
import type { StoredMail } from '../../src/domain/inbox/stored-mail.ts';
import { readMail } from '../../tools/mail/read-mail.ts';
import { defineNode } from '../define-node.ts';
import type { InboxState } from './inbox-state.ts';

/**
 * The only node that sees a mail's words. It gives them to a reader without tools, and lets nothing through but what
 * triage made of them: closed words, kept in the mail's own row.
 */
export const readMailNode = defineNode<InboxState, Record<string, never>>({
  name: 'read-mail',
  tools: [readMail],
  agent: null,
  async run({ event }, { call, deps, step }) {
    const mailId = event.item;
    assert(mailId !== null, 'the thread of one mail');
    const { mail, sender } = await call(readMail, { mailId });
    if (mail === null) {
      await step('tool', 'record_triage', async (counts) => {
        counts.unreadable = 1;
      });
      return {};
    }
    const { ownDomains, autoReplyIntents } = deps.policy.inbox;
    const context = { now: deps.now(), ownDomains, autoReplyIntents, partnerOf: () => sender };
    const [reading] = await deps.engine.readMails([mail], context);
    assert(reading, 'one mail gives one reading');
    const { triage, madeBy, needsReview } = reading;
    // A partner who asks to join is one already; a person's look comes first where triage was unsure.
    const isApplication = sender === null && !needsReview && (await deps.takeApplicationMail(mailId, triage));
    await step('tool', 'record_triage', async (counts) => {
      if (isApplication) counts.applications = 1;
      counts[needsReview ? 'needsReview' : triage.route] = 1;
      await deps.recordTriage(mailId, {
        triage,
        madeBy,
        partnerId: sender?.partnerId ?? null,
        status: isApplication ? 'handled' : statusOf(triage.route, needsReview),
      });
    });
    return {};
  },
});

function statusOf(route: string, needsReview: boolean): StoredMail['status'] {
  if (needsReview) return 'needs_review';
  return route === 'ignore' ? 'ignored' : 'triaged';
}
