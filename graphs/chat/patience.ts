import { setTimeout as pause } from 'node:timers/promises';
import type { ChatEvent } from '../../src/domain/chat/chat-event.ts';
import type { ModelPolicy } from '../../src/domain/model/model-policy.ts';

/** Waits for a language model, says so when it takes a while; null when it took too long and nobody waits any more. */
export type Patience = <T>(work: Promise<T>) => AsyncGenerator<ChatEvent, { readonly value: T } | null>;

/**
 * How long one message waits for a language model, all its calls together.
 *
 * @returns a function whose generator passes on what the work throws. What comes too late is dropped.
 */
export function createPatience({
  chatNoticeSeconds,
  chatWaitSeconds,
}: Pick<ModelPolicy, 'chatNoticeSeconds' | 'chatWaitSeconds'>): Patience {
  const endsAtMs = performance.now() + chatWaitSeconds * 1_000;
  return async function* wait(work) {
    const answer = work.then((value) => ({ value }));
    answer.catch(() => {
      // Heard below, unless it fails after nobody waits any more.
    });
    const leftMs = Math.max(0, endsAtMs - performance.now());
    const noticeMs = Math.min(chatNoticeSeconds * 1_000, leftMs);
    const soon = await within(answer, noticeMs);
    if (soon !== null) return soon;
    if (noticeMs < leftMs) {
      yield progress(`Waiting for the language model, at most ${chatWaitSeconds} seconds in all.`);
      const late = await within(answer, leftMs - noticeMs);
      if (late !== null) return late;
    }
    yield progress('The language model took too long; this is answered without it.');
    return null;
  };
}

const progress = (message: string): ChatEvent => ({ event: 'progress', data: { message } });

/** Null when nothing came in time. */
async function within<T>(answer: Promise<T>, ms: number): Promise<T | null> {
  const over = new AbortController();
  const alarm = pause(ms, null, { signal: over.signal }).catch(() => null);
  try {
    return await Promise.race([answer, alarm]);
  } finally {
    over.abort();
  }
}
