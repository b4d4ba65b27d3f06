import { roleReaches } from '../../src/domain/auth/role.ts';
import { programmeStatus } from '../../tools/programme/status.ts';
import type { Desk } from './chat-route.ts';
import type { Answering } from './chat-turn.ts';

/**
 * Asks before the kill switch is moved; nothing here can move it.
 *
 * Only a yes of the same person in the next message does, and that is outside of every graph.
 */
export async function* confirmControl({ call, turn }: Desk, wish: 'pause' | 'resume'): Answering {
  const { paused, pausedBy } = yield* call(programmeStatus, {});
  if (paused === (wish === 'pause')) {
    const already = paused
      ? `Everything is paused already${pausedBy === null ? '' : `, by ${pausedBy}`}.`
      : 'Nothing is paused.';
    return { text: already, citations: [], memory: {} };
  }
  if (!roleReaches(turn.by.role, 'approver')) {
    return {
      text: `You may look, but ${wish === 'pause' ? 'pausing' : 'resuming'} needs the role approver; you have the role ${turn.by.role}.`,
      citations: [],
      memory: {},
    };
  }
  yield {
    event: 'ask',
    data: {
      question:
        wish === 'pause'
          ? 'Shall I pause everything? Nothing is executed or sent until somebody resumes; decisions are kept.'
          : 'Shall I resume? What was approved meanwhile goes out.',
      slot: 'confirm',
      choices: [
        { label: wish === 'pause' ? 'Yes, pause everything' : 'Yes, resume', message: 'yes' },
        { label: 'No', message: 'no' },
      ],
    },
  };
  return { text: '', citations: [], memory: { confirm: wish } };
}
