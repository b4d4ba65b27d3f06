import { useEffect, useRef } from 'react';
import type { ChatMessageView } from '../../domain/chat/chat-thread-view.ts';
import type { LiveTurn } from './live-turn.ts';
import { AgentMessage, PersonMessage } from './message-view.tsx';

interface Props {
  readonly messages: readonly ChatMessageView[];
  readonly live: LiveTurn | null;
  readonly isAnswering: boolean;
  readonly onSay: (message: string) => void;
}

/** What was said, oldest first, and what is being said now; read out as it comes. */
export function Conversation({ messages, live, isAnswering, onSay }: Props) {
  const end = useRef<HTMLDivElement>(null);
  const length = messages.length + (live?.text.length ?? 0) + (live?.tools.length ?? 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever comes is scrolled to
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [length, live === null]);
  const lastSeq = messages.at(-1)?.seq;
  return (
    <div
      role="log"
      aria-live="polite"
      aria-label="Conversation"
      aria-busy={isAnswering}
      className="flex max-w-[75ch] flex-col gap-4"
    >
      {messages.map((message) =>
        message.role === 'person' ? (
          <PersonMessage key={message.seq} text={message.text} />
        ) : (
          <AgentMessage
            key={message.seq}
            words={message}
            madeBy={message.madeBy?.engine ?? null}
            onChoose={message.seq === lastSeq && live === null ? onSay : null}
          />
        ),
      )}
      {live !== null && (
        <>
          <PersonMessage text={live.message} />
          <AgentMessage
            words={live}
            madeBy={null}
            isAnswering={isAnswering}
            onChoose={isAnswering ? null : onSay}
          />
          {live.trouble !== null && (
            <p role="alert" className="max-w-[75ch] rounded-md bg-lost-paper px-3 py-2">
              {live.trouble}
            </p>
          )}
        </>
      )}
      <div ref={end} />
    </div>
  );
}
