import { gatherAnswerFacts } from '../../../db/queries/answers/gather-answer-facts.ts';
import { hasApplication } from '../../../db/queries/applications/has-application.ts';
import { findSenderPartner } from '../../../db/queries/mail/find-sender-partner.ts';
import { mailState } from '../../../db/queries/mail/mail-state.ts';
import { readMail } from '../../../db/queries/mail/read-mail.ts';
import { Refusal } from '../../../src/domain/errors.ts';
import type { Intent } from '../../../src/domain/inbox/intent.ts';
import { planMail } from '../../../src/domain/inbox/mail-plan.ts';
import type { ToolContext } from '../../define-tool.ts';
import type { MailCase } from './mail-case.ts';

/** What a person wants to see who gets a mail that no figures answer: how the partner stands. */
const AROUND: Intent = 'payment_question';

/**
 * Looks everything up once more, each time: the mail as it is stored, whose it is, the figures of that partner alone,
 * and what they call for. Nothing is taken from whoever asks but the mail's id.
 *
 * @throws {Refusal} `mail_unknown`.
 */
export async function openMailCase(
  { db, policy, programmeCurrency }: Pick<ToolContext, 'db' | 'policy' | 'programmeCurrency'>,
  mailId: string,
  asOf: string,
): Promise<MailCase> {
  const mail = await readMail(db, mailId);
  const state = await mailState(db, { mailId, proposalId: null });
  if (mail === null || state === null || mail.direction !== 'in') {
    throw new Refusal('mail_unknown', 'There is no such mail.', { mailId });
  }
  const sender = await findSenderPartner(db, mail);
  const { triage } = mail;
  const facts = await gatherAnswerFacts(db, {
    partnerId: sender?.partnerId ?? null,
    intent: triage === null || triage.route === 'human' ? AROUND : triage.intent,
    slots: triage?.slots ?? { orderReferences: [], requestedRate: null },
    asOf: new Date(asOf),
    programmeCurrency,
    policy: policy.economics,
  });
  const plan = planMail({
    isReadable: mail.parsed !== null,
    needsReview: mail.status === 'needs_review',
    triage,
    sender,
    answerTo: state.answerAddress,
    isSuppressed: state.answerAddress !== null && state.suppressed.includes(state.answerAddress),
    hasAddressOnFile: state.addressOnFile !== null,
    offeredBps: facts.raise?.offeredBps ?? null,
    autoReplyIntents: policy.inbox.autoReplyIntents,
    isApplication: await hasApplication(db, mailId),
  });
  return { mail, state, sender, facts, plan, asOf };
}
