import type { Pool } from 'pg';
import { addMessage, type NewMessage } from '../../../db/queries/chat/add-message.ts';
import { findMemory } from '../../../db/queries/chat/find-memory.ts';
import { insertThread } from '../../../db/queries/chat/insert-thread.ts';
import { setMemory } from '../../../db/queries/chat/set-memory.ts';
import { findProgramme } from '../../../db/queries/programme/find-programme.ts';
import { type ChatDeps, type ChatReply, converse } from '../../../graphs/chat.ts';
import { type ChatEvent, ToolStep } from '../../domain/chat/chat-event.ts';
import { type ChatMemory, NO_MEMORY } from '../../domain/chat/chat-memory.ts';
import type { ChatRequest } from '../../domain/chat/chat-request.ts';
import { chatSlots } from '../../domain/chat/chat-slots.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Principal } from '../../domain/principal.ts';
import { confirmedControl } from './confirmed-control.ts';
import { pieces } from './pieces.ts';

export interface AnswerChatDeps extends ChatDeps {
  /** Under the app's role: threads are kept, and the kill switch is moved, by it. */
  readonly app: Pool;
}

const TITLE_LENGTH_MAX = 80;
/** What stands beside an answer that no language model made. */
const EMBEDDED = { engine: 'embedded@1', prompt: null } as const;

/**
 * One turn of the chat: what was said is kept, answered and kept again.
 *
 * @param signal - ends the answering; what was said so far stays.
 * @throws {Refusal} `thread_unknown` before the first event; later troubles are an `error` event.
 */
export async function* answerChat(
  deps: AnswerChatDeps,
  { message, threadId }: ChatRequest,
  by: Principal,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent> {
  const thread = await openThread(deps, threadId, message, by);
  await addMessage(deps.app, thread.id, { role: 'person', text: message }, deps.now());
  const said: Said = { question: '', plan: [], tools: [], choices: [], citations: [] };
  let isKept = false;
  const keep = async (reply: ChatReply): Promise<void> => {
    isKept = true;
    await addMessage(deps.app, thread.id, messageOf(said, reply), deps.now());
    // A question of ours is open for one turn.
    await setMemory(deps.app, thread.id, {
      ...thread.memory,
      asked: null,
      confirm: null,
      ...reply.memory,
    });
  };
  try {
    const turn = {
      message,
      slots: chatSlots(message),
      memory: thread.memory,
      by,
      programmeCurrency: (await findProgramme(deps.app))?.currency ?? 'GBP',
    };
    const answering = (await confirmedControl(deps.app, thread.id, turn)) ?? converse(deps, turn);
    let step = await answering.next();
    while (!step.done) {
      if (signal.aborted) return;
      note(said, step.value);
      yield step.value;
      step = await answering.next();
    }
    const reply = step.value;
    await keep(reply);
    for (const event of answerEvents(reply)) yield event;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await keep({ text: error.sentence, citations: [], memory: {} });
    yield { event: 'error', data: { code: error.code, message: error.sentence } };
  } finally {
    // Whoever asked has gone, or something broke: the thread says so instead of leaving a question without an answer.
    if (!isKept) await keep(signal.aborted ? STOPPED : BROKEN);
  }
  yield { event: 'done', data: { threadId: thread.id } };
}

interface Said {
  question: string;
  plan: string[];
  tools: ToolStep[];
  choices: NonNullable<NewMessage['choices']>[number][];
  citations: ChatReply['citations'][number][];
}

const STOPPED: ChatReply = { text: 'Stopped.', citations: [], memory: {} };
const BROKEN: ChatReply = {
  text: 'Something went wrong here; it stands in the log.',
  citations: [],
  memory: {},
};

async function openThread(
  { app, now }: AnswerChatDeps,
  threadId: string | undefined,
  message: string,
  by: Principal,
): Promise<{ id: string; memory: ChatMemory }> {
  if (threadId !== undefined) {
    const memory = await findMemory(app, { threadId, owner: by.name });
    if (!memory) throw new Refusal('thread_unknown', 'There is no such conversation of yours.');
    return { id: threadId, memory };
  }
  const title = [...message.trim().replaceAll(/\s+/g, ' ')].slice(0, TITLE_LENGTH_MAX).join('');
  return { id: await insertThread(app, { owner: by.name, title, now: now() }), memory: NO_MEMORY };
}

function note(said: Said, event: ChatEvent): void {
  if (event.event === 'plan') said.plan.push(...event.data.steps);
  if (event.event === 'tool' && event.data.state !== 'running') said.tools.push(ToolStep.parse(event.data));
  if (event.event === 'ask') {
    said.question = event.data.question;
    said.choices = [...event.data.choices];
  }
}

function messageOf(said: Said, { text, citations, madeBy = EMBEDDED }: ChatReply): NewMessage {
  const { plan, tools, choices } = said;
  return { role: 'agent', text: text === '' ? said.question : text, plan, tools, citations, choices, madeBy };
}

function* answerEvents({ text, citations }: ChatReply): Generator<ChatEvent> {
  const parts = pieces(text);
  for (const [at, part] of parts.entries()) {
    const isLast = at === parts.length - 1;
    yield { event: 'answer', data: { text: part, citations: isLast ? [...citations] : [] } };
  }
}
