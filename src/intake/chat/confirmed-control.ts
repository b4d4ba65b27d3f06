import type { Pool } from 'pg';
import { takeConfirmation } from '../../../db/queries/chat/take-confirmation.ts';
import { setPaused } from '../../../db/queries/control/set-paused.ts';
import type { ChatReply, ChatTurn } from '../../../graphs/chat.ts';
import type { ChatEvent } from '../../domain/chat/chat-event.ts';
import { yesOrNo } from '../../domain/chat/yes-or-no.ts';
import { assertMayDecide } from '../../domain/principal.ts';

/**
 * Moves the kill switch when a person with the right to do so says yes to our question of the turn before.
 *
 * It is the operator's own command, so no graph, agent or model has a part in it.
 *
 * @returns null when nothing was asked, or the message is neither yes nor no.
 * @throws {Refusal} `role_missing` when the right has gone meanwhile.
 */
export async function confirmedControl(
  app: Pool,
  threadId: string,
  { message, memory, by }: ChatTurn,
): Promise<AsyncGenerator<ChatEvent, ChatReply> | null> {
  if (memory.confirm === null) return null;
  const answer = yesOrNo(message);
  if (answer === null) return null;
  assertMayDecide(by);
  const wish = await takeConfirmation(app, threadId);
  if (wish === null) return said('That was answered already.');
  if (answer === 'no') return said('Nothing was changed.');
  await setPaused(app, wish === 'pause', by.name);
  return said(
    wish === 'pause'
      ? 'Everything is paused: nothing is executed or sent. Say “resume” when it may go on.'
      : 'Resumed. What was approved meanwhile goes out.',
  );
}

// biome-ignore lint/correctness/useYield: there is only the reply
async function* said(text: string): AsyncGenerator<ChatEvent, ChatReply> {
  return { text, citations: [{ kind: 'page', id: '/runs', label: 'Runs', href: '/runs' }], memory: {} };
}
