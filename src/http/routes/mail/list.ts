import { listMails } from '../../../../db/queries/mail/list-mails.ts';
import { PageQuery, pageOf } from '../../../domain/http/page-of.ts';
import { textIn } from '../../../domain/http/text-in.ts';
import { Intent } from '../../../domain/inbox/intent.ts';
import { MailItem } from '../../../domain/inbox/mail-item.ts';
import { Route } from '../../../domain/inbox/route.ts';
import { MailStatus } from '../../../domain/inbox/stored-mail.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const mailsRoute = defineApiRoute({
  method: 'get',
  path: '/api/mails',
  role: 'viewer',
  tag: 'mail',
  summary: 'Mail, newest first, and what was made of it.',
  query: PageQuery.extend({
    status: MailStatus.optional(),
    intent: Intent.optional(),
    route: Route.optional(),
    partner: textIn(200).optional(),
  }),
  answer: pageOf(MailItem),
  handle: ({ query: { partner, cursor, ...filter } }, { pools }) =>
    listMails(pools.app, { ...filter, partnerId: partner, cursor: cursor ?? null }),
});
