import type { ChatEvent } from '../../domain/chat/chat-event.ts';

export interface Spoken {
  readonly status: number;
  readonly events: readonly ChatEvent[];
  /** All pieces of the answer together; the question when one was asked. */
  readonly text: string;
  readonly threadId: string;
  /** The body as it came. */
  readonly raw: string;
}

/** Says something to the chat and reads the stream to its end. */
export async function say(url: string, token: string, message: string, threadId?: string): Promise<Spoken> {
  const answer = await fetch(`${url}/chat`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ message, ...(threadId && { threadId }) }),
  });
  const raw = await answer.text();
  const events = raw.split('\n\n').flatMap((block) => {
    const match = /^event: (\w+)\ndata: (.*)$/s.exec(block);
    return match ? [{ event: match[1], data: JSON.parse(match[2] ?? 'null') } as ChatEvent] : [];
  });
  const text = events
    .map((event) => {
      if (event.event === 'answer') return event.data.text;
      return event.event === 'ask' ? event.data.question : '';
    })
    .join('');
  const done = events.find((event) => event.event === 'done');
  return { status: answer.status, events, text, threadId: done?.data.threadId ?? '', raw };
}
