import { queryOptions } from '@tanstack/react-query';
import { ChatThreadDetail, ChatThreadView } from '../../domain/chat/chat-thread-view.ts';
import { pageOf } from '../../domain/http/page-of.ts';
import { request } from '../api/request.ts';
import { usePages } from '../api/use-pages.ts';

const ThreadPage = pageOf(ChatThreadView);

/** One's own conversations, the newest first. */
export function useThreads() {
  return usePages(['chat-threads'], '/api/chat/threads?limit=50', ThreadPage);
}

export function threadQuery(id: string) {
  return queryOptions({
    queryKey: ['chat-thread', id],
    queryFn: ({ signal }) => request(`/api/chat/threads/${id}`, ChatThreadDetail, { signal }),
    staleTime: 60_000,
  });
}
