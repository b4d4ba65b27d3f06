import { ChatEvent } from '../../domain/chat/chat-event.ts';

const BLOCK_END = '\n\n';

/** Server-sent events as they arrive; comments and what this page does not know are passed over. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ChatEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      text += decoder.decode(value, { stream: !done });
      const blocks = text.split(BLOCK_END);
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = eventOf(block);
        if (event) yield event;
      }
      if (done) return;
    }
  } finally {
    reader.releaseLock();
  }
}

function eventOf(block: string): ChatEvent | null {
  const field = (name: string): string =>
    block
      .split('\n')
      .flatMap((line) => (line.startsWith(`${name}: `) ? [line.slice(name.length + 2)] : []))
      .join('\n');
  const data = field('data');
  if (data === '') return null;
  return ChatEvent.safeParse({ event: field('event'), data: JSON.parse(data) }).data ?? null;
}
