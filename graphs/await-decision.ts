import { Command, interrupt } from '@langchain/langgraph';
import { findStanding } from '../db/queries/runs/find-standing.ts';
import { humanInterrupt } from '../src/domain/inbox/human-interrupt.ts';
import { normalizeResume } from '../src/domain/inbox/normalize-resume.ts';
import { defineNode } from './define-node.ts';
import { isSentBack } from './sent-back.ts';
import { WOKEN } from './woken.ts';
import type { WorkEvent } from './work-event.ts';

/** What a thread has to remember to be able to wait. */
export interface WaitingState {
  event: WorkEvent;
  /** The proposals it answers for. */
  proposalIds: string[];
  /** Proposals sent back whose answer has been tried: each gets one. */
  answered: string[];
  /** Why the last answer could not be used; shown when it asks again. */
  remark: string | null;
}

type Next = Command<unknown, Pick<WaitingState, 'remark'>, 'await-decision' | 'follow-up'>;

const OPEN: readonly string[] = ['pending', 'snoozed', 'approved'];

/**
 * Sleeps until the thread's proposals are decided; the same in every workflow.
 *
 * The rows are the authority, read at each start of this node, and it starts from here at each waking: nothing before
 * `interrupt` has an effect. What woke it carries no decision: whoever answers goes through the gate, which writes
 * the row. An answer that left no row behind is asked for again.
 */
export const awaitDecision = defineNode<WaitingState, Next>({
  name: 'await-decision',
  tools: [],
  agent: null,
  async run(state, { deps }) {
    const standing = await findStanding(deps.db, state.proposalIds);
    const waitsFor = standing.find(({ status }) => OPEN.includes(status));
    if (!waitsFor || standing.some((row) => isSentBack(row, state)))
      return new Command({ goto: 'follow-up', update: { remark: null } });

    const answer: unknown = interrupt(
      humanInterrupt(
        {
          proposalId: waitsFor.proposal_id,
          kind: waitsFor.kind,
          title: waitsFor.title,
          summary: waitsFor.summary,
          shownHash: waitsFor.shown_hash,
          effect: waitsFor.effect,
          partnerName: waitsFor.partner_name,
        },
        state.remark,
      ),
    );
    return new Command({ goto: 'await-decision', update: { remark: remarkOn(answer) } });
  },
});

/** Why nothing came of an answer: it could not be read, or it reached this thread but not the gate. */
function remarkOn(answer: unknown): string | null {
  if (answer === WOKEN) return null;
  const said = normalizeResume(answer);
  return 'invalid' in said ? said.invalid : 'That answer has not been recorded as a decision yet.';
}
