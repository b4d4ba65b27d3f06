import { listThreads } from '../../../../db/queries/chat/list-threads.ts';
import { ChatThreadView } from '../../../domain/chat/chat-thread-view.ts';
import { PageQuery, pageOf } from '../../../domain/http/page-of.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const chatThreadsRoute = defineApiRoute({
  method: 'get',
  path: '/api/chat/threads',
  role: 'viewer',
  tag: 'chat',
  summary: 'Your conversations, the one spoken in last first.',
  query: PageQuery,
  answer: pageOf(ChatThreadView),
  handle: ({ query: { cursor, limit }, by }, { pools }) =>
    listThreads(pools.app, { owner: by.name, cursor: cursor ?? null, limit }),
});
