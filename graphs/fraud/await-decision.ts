import { Command, interrupt } from '@langchain/langgraph';
import { findStanding, type Standing } from '../../db/queries/runs/find-standing.ts';
import { humanInterrupt } from '../../src/domain/inbox/human-interrupt.ts';
import { normalizeResume } from '../../src/domain/inbox/normalize-resume.ts';
import { defineNode } from '../define-node.ts';
import { WOKEN } from '../woken.ts';
import type { FraudState } from './fraud-state.ts';

type Next = Command<unknown, Partial<FraudState>, 'await-decision' | 'follow-up'>;

const OPEN: readonly string[] = ['pending', 'snoozed', 'approved'];

/**
 * Sleeps until the thread's proposals are decided.
 *
 * The rows are the authority, read at each start of this node, and it starts from here at each waking: nothing before
 * `interrupt` has an effect. What woke it carries no decision: whoever answers goes through the gate, which writes
 * the row. An answer that left no row behind is asked for again.
 */
export const awaitDecision = defineNode<FraudState, Next>({
  name: 'await-decision',
  tools: [],
  agent: null,
  async run(state, { deps }) {
    const standing = await findStanding(deps.db, state.proposalIds);
    const isSentBack = standing.some((row) => sentBack(row, state));
    const waitsFor = standing.find(({ status }) => OPEN.includes(status));
    if (isSentBack || !waitsFor) return new Command({ goto: 'follow-up', update: { remark: null } });

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

/** Whether a person's comment on it still waits for a revision. */
export const sentBack = (row: Standing, { answered }: Pick<FraudState, 'answered'>): boolean =>
  row.respond_comment !== null && !answered.includes(row.proposal_id);
