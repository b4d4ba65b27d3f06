import { findThread } from '../../../../db/queries/chat/find-thread.ts';
import { ChatThreadDetail } from '../../../domain/chat/chat-thread-view.ts';
import { Refusal } from '../../../domain/errors.ts';
import { ById } from '../../../domain/http/by-id.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const chatThreadRoute = defineApiRoute({
  method: 'get',
  path: '/api/chat/threads/:id',
  role: 'viewer',
  tag: 'chat',
  summary: 'One of your conversations with its last 200 messages.',
  params: ById,
  answer: ChatThreadDetail,
  async handle({ params, by }, { pools }) {
    const thread = await findThread(pools.app, { threadId: params.id, owner: by.name });
    if (!thread) throw new Refusal('thread_unknown', 'There is no such conversation of yours.');
    return thread;
  },
});
