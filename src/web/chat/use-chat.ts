import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '../../domain/http/problem.ts';
import { readCsrfToken } from '../api/csrf-token.ts';
import { ApiProblem, Unreachable } from '../api/request.ts';
import { type LiveTurn, liveTurn, withEvent } from './live-turn.ts';
import { readEvents } from './read-events.ts';
import { threadQuery } from './use-threads.ts';

export interface Chat {
  /** The turn under way, or the one that failed; null when there is none. */
  readonly live: LiveTurn | null;
  readonly isAnswering: boolean;
  say(message: string): void;
  stop(): void;
}

/** Says things in a thread and takes the answers in as they come. @param onThread - tells which thread it was, once done. */
export function useChat(threadId: string | null, onThread: (id: string) => void): Chat {
  const client = useQueryClient();
  const [live, setLive] = useState<LiveTurn | null>(null);
  const [isAnswering, setAnswering] = useState(false);
  const stopping = useRef<AbortController | null>(null);
  const stop = useCallback(() => stopping.current?.abort(), []);
  useEffect(() => stop, [stop]);

  async function answer(message: string, signal: AbortSignal): Promise<void> {
    let done = threadId;
    let trouble: string | null = null;
    try {
      for await (const event of readEvents(await send(message, threadId, signal))) {
        setLive((turn) => turn && withEvent(turn, event));
        if (event.event === 'error') trouble = event.data.message;
        if (event.event === 'done') done = event.data.threadId;
      }
    } catch (error) {
      if (!signal.aborted) {
        trouble = error instanceof Error ? error.message : String(error);
        setLive((turn) => turn && { ...turn, trouble });
      }
    }
    // What was kept takes the place of what was heard.
    await client.invalidateQueries({ queryKey: ['chat-threads'] });
    if (done !== null) {
      await client.invalidateQueries({ queryKey: threadQuery(done).queryKey });
      await client.prefetchQuery(threadQuery(done));
      onThread(done);
    }
    if (trouble === null && done !== null) setLive(null);
    else if (trouble === null) setLive((turn) => turn && { ...turn, text: turn.text || 'Stopped.' });
    void client.invalidateQueries({ queryKey: ['status'] });
  }

  return {
    live,
    isAnswering,
    stop,
    say(message) {
      if (isAnswering || message.trim() === '') return;
      const controller = new AbortController();
      stopping.current = controller;
      setLive(liveTurn(message));
      setAnswering(true);
      void answer(message, controller.signal).finally(() => setAnswering(false));
    },
  };
}

async function send(
  message: string,
  threadId: string | null,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch('/chat', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'x-csrf-token': readCsrfToken() ?? '' },
    body: JSON.stringify({ message, ...(threadId !== null && { threadId }) }),
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new Unreachable('The service cannot be reached. It may be stopped, or the network is down.');
  });
  if (response.ok && response.body) return response.body;
  const problem = Problem.safeParse(await response.json().catch(() => null));
  throw problem.success
    ? new ApiProblem(problem.data)
    : new Unreachable(`The service answered ${response.status} and did not say why.`);
}
