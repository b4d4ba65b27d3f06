import { z } from 'zod';
import { Refusal } from '../../../domain/errors.ts';
import { takeMail } from '../../../intake/mail/take-mail.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const takeMailRoute = defineApiRoute({
  method: 'post',
  path: '/api/events/mail',
  role: 'approver',
  tag: 'mail',
  summary: 'Hand over one mail as it came, up to 50 MB; the inbox reads it soon.',
  reads: 'mail',
  body: z.instanceof(Buffer),
  answer: z.strictObject({ mailId: z.uuid(), state: z.enum(['inserted', 'unchanged']) }),
  status: 202,
  async handle({ body }, { pools, mailThread, now }) {
    const circumstances = { source: 'http', now: now(), isSimulated: false };
    const { mailId, state, unreadable } = await takeMail(
      { db: pools.app, thread: mailThread },
      body,
      circumstances,
    );
    if (unreadable) {
      throw new Refusal('mail_unreadable', `${unreadable.message} It is kept, and shown as unreadable.`, {
        mailId,
        reason: unreadable.code,
      });
    }
    return { mailId, state };
  },
});
