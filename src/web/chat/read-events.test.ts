import { expect, it } from 'vitest';
import { readEvents } from './read-events.ts';

const streamOf = (parts: readonly Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });

it('reads events however the stream is cut, and passes over what it does not know', async () => {
  const whole = new TextEncoder().encode(
    ': still here\n\nevent: plan\ndata: {"steps":["Größe"]}\n\nevent: news\ndata: {}\n\nevent: answer\ndata: {"text":"a\\nb","citations":[]}\n\n',
  );
  for (const size of [1, 7, whole.length]) {
    const parts = Array.from({ length: Math.ceil(whole.length / size) }, (_, at) =>
      whole.slice(at * size, (at + 1) * size),
    );
    const events = [];
    for await (const event of readEvents(streamOf(parts))) events.push(event);
    expect(events).toEqual([
      { event: 'plan', data: { steps: ['Größe'] } },
      { event: 'answer', data: { text: 'a\nb', citations: [] } },
    ]);
  }
});
