import assert from 'node:assert';
import { gatherContext } from '../../tools/applications/gather-context.ts';
import { defineNode } from '../define-node.ts';
import type { VettingState } from './vetting-state.ts';

type Gathered = Pick<VettingState, 'asOf' | 'wish' | 'isPersons' | 'language' | 'facts'>;

/** What vetting's decision calls for, and our figures for the letter. A revision looks again, as of now, and asks for what the person wants. */
export const gatherContextNode = defineNode<VettingState, Gathered>({
  name: 'gather-context',
  tools: [gatherContext],
  agent: null,
  async run({ event, revision }, { call, deps }) {
    assert(event.item !== null, 'the thread of one application');
    const asOf = revision === null ? event.asOf : deps.now().toISOString();
    const found = await call(gatherContext, { applicationId: event.item, asOf });
    const wish = revision === null ? found.wish : (revision.wish ?? wishOf(revision.kind) ?? found.wish);
    return {
      asOf,
      wish,
      isPersons: wish !== found.wish,
      language: found.language,
      facts: { ...found.facts, comment: revision?.comment || null },
    };
  },
});

const wishOf = (kind: string): VettingState['wish'] => {
  switch (kind) {
    case 'application.accept':
      return 'accept';
    case 'application.decline':
      return 'decline';
    case 'application.ask':
      return 'ask';
    default:
      return null;
  }
};
