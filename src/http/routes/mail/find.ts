import { listMailParts } from '../../../../db/queries/mail/list-mail-parts.ts';
import { mailThread } from '../../../../db/queries/mail/mail-thread.ts';
import { readMail } from '../../../../db/queries/mail/read-mail.ts';
import { Refusal } from '../../../domain/errors.ts';
import { ById } from '../../../domain/http/by-id.ts';
import { MailDetail, mailDetail } from '../../../domain/inbox/mail-detail.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const mailRoute = defineApiRoute({
  method: 'get',
  path: '/api/mails/:id',
  role: 'viewer',
  tag: 'mail',
  summary: 'One mail as text, with facts, triage, attachments and its conversation.',
  params: ById,
  answer: MailDetail,
  async handle({ params }, { pools }) {
    const mail = await readMail(pools.app, params.id);
    if (!mail) throw new Refusal('mail_unknown', 'There is no such mail.');
    return mailDetail(
      mail,
      await listMailParts(pools.app, mail.mailId),
      await mailThread(pools.app, mail.threadId),
    );
  },
});
