import assert from 'node:assert';
import { Refusal } from '../src/domain/errors.ts';
import type { EffectKind } from '../src/domain/proposals/effect.ts';
import type { Tool } from '../tools/define-tool.ts';
import type { Proposed } from '../tools/proposed.ts';
import { defineNode, type NodeContext, type NodeDefinition } from './define-node.ts';
import type { RevisedState } from './follow-up-at.ts';
import { ownProposals } from './own-proposals.ts';
import type { MadeBy } from './thread-fields.ts';

/** What a thread remembers that words and proposes several kinds at once. */
export interface ProposingState<Kind extends EffectKind> extends RevisedState {
  kinds: Kind[];
  facts: Record<string, string | number | null>;
  words: Partial<Record<Kind, Record<string, string>>>;
  madeBy: MadeBy | null;
}

export interface ProposeKinds<Kind extends EffectKind, State extends ProposingState<Kind>> {
  readonly tools: readonly Tool[];
  /** Proposals for one work item. */
  readonly proposalsMax: number;
  /** Calls the tool that proposes this kind. */
  propose(kind: Kind, state: State, call: NodeContext['call']): Promise<Proposed>;
}

/**
 * A node that puts each wish of a thread into the queue. Same wish, same row: running it twice adds nothing.
 *
 * @throws {Refusal} `proposal_limit_reached` when a work item asks for more than its agent may propose.
 */
export const proposeKinds = <Kind extends EffectKind, State extends ProposingState<Kind>>({
  tools,
  proposalsMax,
  propose,
}: ProposeKinds<Kind, State>): NodeDefinition<State, Partial<ProposingState<Kind>>> =>
  defineNode<State, Partial<ProposingState<Kind>>>({
    name: 'propose',
    tools,
    agent: null,
    async run(state, { call, deps }) {
      const proposed: string[] = [];
      for (const kind of state.kinds) {
        if (proposed.length >= proposalsMax) throw tooMany(proposalsMax);
        const { proposals } = await propose(kind, state, call);
        proposed.push(...proposals.flatMap(({ proposalId }) => proposalId ?? []));
      }
      return {
        proposalIds: await ownProposals(deps, state, proposed),
        // The words live on in the proposals; a sleeping thread keeps no copy.
        words: {},
        facts: {},
        kinds: [],
        revision: null,
      };
    },
  });

const tooMany = (most: number): Refusal =>
  new Refusal('proposal_limit_reached', `One work item makes at most ${most} proposals.`);

/** What every proposing tool is told: the words of the card, the comment it answers, and who worded it. */
export function cardOf<Kind extends EffectKind>(kind: Kind, state: ProposingState<Kind>) {
  const { words, madeBy, revision } = state;
  const { title, summary } = words[kind] ?? {};
  assert(madeBy !== null && title && summary, `${kind} was worded before`);
  return { title, summary, note: revision?.comment || null, answers: revision?.proposalId ?? null, madeBy };
}

/** What a tool that proposes a letter is told besides. */
export function letterOf<Kind extends EffectKind>(kind: Kind, { words }: ProposingState<Kind>) {
  const { subject, body } = words[kind] ?? {};
  assert(subject && body, `the letter of ${kind} was worded before`);
  return { subject, body };
}
