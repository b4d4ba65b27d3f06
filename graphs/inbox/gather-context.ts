import assert from 'node:assert';
import type { MailWish } from '../../tools/mail/case/mail-wish.ts';
import { gatherContext } from '../../tools/mail/gather-context.ts';
import { defineNode } from '../define-node.ts';
import type { InboxState } from './inbox-state.ts';

type Gathered = Pick<InboxState, 'asOf' | 'wishes' | 'topic' | 'language' | 'facts' | 'madeBy'>;

/** What the mail calls for, and our figures to answer it with. A revision looks again, as of now, and asks for its kind alone. */
export const gatherContextNode = defineNode<InboxState, Gathered>({
  name: 'gather-context',
  tools: [gatherContext],
  agent: null,
  async run({ event, revision }, { call, deps }) {
    assert(event.item !== null, 'the thread of one mail');
    const asOf = revision === null ? event.asOf : deps.now().toISOString();
    const found = await call(gatherContext, { mailId: event.item, asOf });
    return {
      asOf,
      madeBy: found.readBy,
      topic: found.topic,
      language: found.language,
      facts: { ...found.facts, comment: revision?.comment ?? null },
      wishes: revision === null ? found.wishes : revisedWishes(revision, found.wishes),
    };
  },
});

/** Words for a mail that was handed over are a reply; all else is asked for again if it is still called for. */
function revisedWishes(
  { kind, comment }: NonNullable<InboxState['revision']>,
  wishes: readonly MailWish[],
): MailWish[] {
  switch (kind) {
    case 'mail.hand-over':
      return comment.trim() === '' ? wishes.filter((wish) => wish === 'hand-over') : ['reply'];
    case 'mail.reply':
      return wishes.filter((wish) => wish === 'reply' || wish === 'hand-over');
    case 'commission.change':
      return wishes.filter((wish) => wish === 'rate');
    case 'partner.payout-details':
      return wishes.filter((wish) => wish === 'payout');
    default:
      return [];
  }
}
