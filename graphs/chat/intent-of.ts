import type { ChatIntent, ChatReading } from '../../src/domain/chat/chat-intent.ts';
import type { ChatMemory } from '../../src/domain/chat/chat-memory.ts';
import type { ChatSlots } from '../../src/domain/chat/chat-slots.ts';

const SHORT_WORDS_MAX = 5;

/**
 * What a message wants, given what was asked before it.
 *
 * An answer to our own question, such as a bare name, goes on with what was wanted then; so does a message that is unsure
 * by itself. A proposal's id alone asks about that proposal.
 *
 * @returns null when it stays unclear.
 */
export function intentOf(
  message: string,
  reading: ChatReading,
  memory: ChatMemory,
  slots: ChatSlots,
): ChatIntent | null {
  const isShort = message.trim().split(/\s+/).length <= SHORT_WORDS_MAX;
  if (memory.asked !== null && isShort && (!reading.isSure || reading.intent === 'partner_status')) {
    return memory.asked.intent;
  }
  if (slots.proposalId !== null && !reading.isSure) return 'proposal_explain';
  return reading.isSure ? reading.intent : null;
}
