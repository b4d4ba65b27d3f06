import { skipToken, useQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import { Skeleton } from '../ui/skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { Suggestions } from './suggestions.tsx';
import { ThreadList } from './thread-list.tsx';
import { useChat } from './use-chat.ts';
import { threadQuery } from './use-threads.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Asking in words: one's conversations on the left, the open one beside them. */
export function ChatPage() {
  useDocumentTitle('Chat');
  const [, navigate] = useLocation();
  const named = new URLSearchParams(useSearch()).get('thread');
  const threadId = named !== null && UUID.test(named) ? named : null;
  const thread = useQuery({
    ...threadQuery(threadId ?? ''),
    ...(threadId === null && { queryFn: skipToken }),
  });
  const chat = useChat(threadId, (id) => {
    if (id !== threadId) navigate(`/chat?thread=${id}`, { replace: threadId === null });
  });
  const messages = threadId === null ? [] : (thread.data?.items ?? []);
  // While a turn is live its own words stand at the end already.
  const isEmpty = messages.length === 0 && chat.live === null;
  return (
    <div className="grid h-full grid-cols-[15rem_minmax(0,1fr)] max-md:grid-cols-1 max-md:grid-rows-[auto_minmax(0,1fr)]">
      <aside className="min-h-0 overflow-y-auto border-r border-line p-2 max-md:hidden">
        <ThreadList openId={threadId} />
      </aside>
      <details className="border-b border-line px-4 md:hidden" key={threadId}>
        <summary className="flex min-h-11 items-center text-quiet">☰ Conversations</summary>
        <div className="max-h-[50dvh] overflow-y-auto pb-2">
          <ThreadList openId={threadId} />
        </div>
      </details>
      <div className="flex min-h-0 min-w-0 flex-col">
        <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-4 pb-6 max-md:px-4">
          <h1 className="mb-4 text-lg font-semibold">Chat</h1>
          {threadId !== null && thread.isPending && chat.live === null && <Skeleton lines={5} className="" />}
          {thread.isError && (
            <Trouble
              what="This conversation could not be read."
              error={thread.error}
              retry={() => void thread.refetch()}
            />
          )}
          {isEmpty && threadId === null && <Suggestions onChoose={chat.say} />}
          {!isEmpty && (
            <Conversation
              messages={messages}
              live={chat.live}
              isAnswering={chat.isAnswering}
              onSay={chat.say}
            />
          )}
        </div>
        <Composer isAnswering={chat.isAnswering} onSay={chat.say} onStop={chat.stop} />
      </div>
    </div>
  );
}
