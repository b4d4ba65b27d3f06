import { LiveEvent } from '../../domain/http/live-event.ts';

export interface Subscription {
  readonly status: number;
  /** Everything heard so far, oldest first. */
  readonly heard: readonly LiveEvent[];
  /** Settles when the stream is over, whoever ended it. */
  readonly ended: Promise<void>;
  stop(): void;
}

/** Listens to `GET /events` like a page, until stopped. */
export async function subscribe(url: string, headers: Record<string, string>): Promise<Subscription> {
  const stop = new AbortController();
  const answer = await fetch(`${url}/events`, { headers, signal: stop.signal });
  const heard: LiveEvent[] = [];
  const read = async (): Promise<void> => {
    let text = '';
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = `${text}${chunk}`.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        if (block.startsWith('data: ')) heard.push(LiveEvent.parse(JSON.parse(block.slice('data: '.length))));
      }
    }
  };
  // A stream that was cut off is over too.
  return { status: answer.status, heard, ended: read().catch(() => undefined), stop: () => stop.abort() };
}
