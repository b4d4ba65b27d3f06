import assert from 'node:assert';
import { inbox, inboxIn } from '../../agents/inbox.ts';
import { editedLetters } from '../../db/queries/precedents/edited-letters.ts';
import { ownWords, readsAsLetter } from '../../src/domain/inbox/own-words.ts';
import { toneExamples } from '../../src/domain/precedents/tone-examples.ts';
import { defineNode, type NodeContext } from '../define-node.ts';
import type { InboxState } from './inbox-state.ts';

type Section = keyof typeof inbox.outputs;
type Worded = Pick<InboxState, 'letters' | 'madeBy'>;

/** The letters: from our figures by the engine in use, or from the manager's own words when the mail came back with some. */
export const wordAnswer = defineNode<InboxState, Worded>({
  name: 'word-answer',
  tools: [],
  agent: inbox,
  async run(state, { deps }) {
    const { wishes, topic, language, revision } = state;
    const letters: InboxState['letters'] = {};
    let madeBy = state.madeBy;
    if (wishes.includes('reply')) {
      const own = revision === null ? null : personsLetter(revision, language);
      if (own !== null) {
        letters.reply = own;
        madeBy = { engine: 'person', prompt: null };
      } else {
        const worded = await word(sectionOf(topic), state, deps);
        letters.reply = worded.letter;
        madeBy = worded.madeBy;
      }
    }
    if (wishes.includes('payout')) {
      const worded = await word('payout', state, deps);
      letters.payout = worded.letter;
      madeBy = worded.madeBy;
    }
    return { letters, madeBy };
  },
});

/** Null when the comment is word on how to write, for whoever words it. */
function personsLetter(
  { kind, comment }: NonNullable<InboxState['revision']>,
  language: string,
): NonNullable<InboxState['letters']['reply']> | null {
  if (comment.trim() === '' || (kind !== 'mail.hand-over' && !readsAsLetter(comment))) return null;
  return { ...ownWords(comment, language), by: 'person' };
}

async function word(
  section: Section,
  { event, language, facts }: InboxState,
  { db, engine }: NodeContext['deps'],
) {
  assert(event.item !== null, 'the thread of one mail');
  const examples = toneExamples(await editedLetters(db, { mailId: event.item, language }));
  const { words, madeBy } = await inboxIn(language).word(engine, section, facts, examples);
  const by = madeBy.engine.startsWith('embedded') ? ('template' as const) : ('model' as const);
  return { letter: { ...words, by }, madeBy };
}

function sectionOf(topic: string | null): Section {
  const section = Object.keys(inbox.outputs).find((name): name is Section => name === topic);
  assert(section, `there is a letter about ${topic}`);
  return section;
}
