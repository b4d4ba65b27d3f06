import { z } from 'zod';
import { listMailBoxes } from '../../../../db/queries/mail/list-mail-boxes.ts';
import { MailBox } from '../../../domain/inbox/mail-box.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const mailBoxesRoute = defineApiRoute({
  method: 'get',
  path: '/api/mails/boxes',
  role: 'viewer',
  tag: 'mail',
  summary: 'The folders that mail is read from, when that was, and what went wrong.',
  answer: z.strictObject({ items: z.array(MailBox) }),
  handle: async (_asked, { pools }) => ({ items: await listMailBoxes(pools.app) }),
});
