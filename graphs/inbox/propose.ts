import assert from 'node:assert';
import { inbox } from '../../agents/inbox.ts';
import type { MailWish } from '../../tools/mail/case/mail-wish.ts';
import { proposeCommissionChange } from '../../tools/mail/propose-commission-change.ts';
import { proposeHandOver } from '../../tools/mail/propose-hand-over.ts';
import { proposePayoutCheck } from '../../tools/mail/propose-payout-check.ts';
import { proposeReply } from '../../tools/mail/propose-reply.ts';
import { defineNode, type NodeContext } from '../define-node.ts';
import { ownProposals } from '../own-proposals.ts';
import type { InboxState } from './inbox-state.ts';

/** Puts each wish into the queue. Same wish, same row: running this twice adds nothing. */
export const propose = defineNode<InboxState, Partial<InboxState>>({
  name: 'propose',
  tools: [proposeReply, proposeHandOver, proposeCommissionChange, proposePayoutCheck],
  agent: null,
  async run(state, { call, deps }) {
    const { wishes } = state;
    assert(wishes.length <= inbox.limits.proposalsMax, 'an answer, a rate or a check');
    const proposed: string[] = [];
    for (const wish of wishes) {
      proposed.push(...(await proposeWish(wish, state, call)));
    }
    return {
      proposalIds: await ownProposals(deps, state, proposed),
      // The words live on in the proposals; a sleeping thread keeps no copy.
      letters: {},
      facts: {},
      wishes: [],
      revision: null,
    };
  },
});

/** What a person wrote for a mail that may not be answered goes back to them, with the reason. */
async function proposeWish(wish: MailWish, state: InboxState, call: NodeContext['call']): Promise<string[]> {
  const { proposals } = await callProposing(wish, state, call);
  const ids = proposals.flatMap(({ proposalId }) => proposalId ?? []);
  const { revision } = state;
  if (ids.length > 0 || revision?.kind !== 'mail.hand-over') return ids;
  const reasons = proposals.map(({ reason }) => reason).join(' ');
  const comment = `${revision.comment.slice(0, 3_000)}\n\n${reasons}`;
  const again = await callProposing('hand-over', { ...state, revision: { ...revision, comment } }, call);
  return again.proposals.flatMap(({ proposalId }) => proposalId ?? []);
}

async function callProposing(wish: MailWish, state: InboxState, call: NodeContext['call']) {
  const { event, asOf, revision, letters, madeBy } = state;
  assert(event.item !== null && asOf !== null && madeBy !== null, 'it was read and looked up before');
  const draft = {
    mailId: event.item,
    asOf,
    note: revision?.comment || null,
    answers: revision?.proposalId ?? null,
    madeBy,
  };
  switch (wish) {
    case 'hand-over':
      return call(proposeHandOver, draft);
    case 'rate':
      return call(proposeCommissionChange, draft);
    case 'reply': {
      assert(letters.reply, 'the letter was worded before');
      return call(proposeReply, { ...draft, ...letters.reply });
    }
    case 'payout': {
      assert(letters.payout, 'the letter was worded before');
      const { subject, body } = letters.payout;
      return call(proposePayoutCheck, { ...draft, subject, body });
    }
    default:
      return wish satisfies never;
  }
}
