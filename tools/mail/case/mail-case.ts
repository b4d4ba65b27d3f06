import type { SenderPartner } from '../../../db/queries/mail/find-sender-partner.ts';
import type { AnswerFacts } from '../../../src/domain/answers/answer-facts.ts';
import type { MailPlan } from '../../../src/domain/inbox/mail-plan.ts';
import type { StoredMail } from '../../../src/domain/inbox/stored-mail.ts';
import type { MailState } from '../../../src/domain/proposals/assert-mail-fits.ts';

/** Everything about one mail that answers, evidence and proposals are made of. */
export interface MailCase {
  readonly mail: StoredMail;
  readonly state: MailState;
  /** By our own look-up; null when the sender is no partner. */
  readonly sender: SenderPartner | null;
  /** About the sender's own rows and no other's. */
  readonly facts: AnswerFacts;
  readonly plan: MailPlan;
  /** ISO 8601 UTC. */
  readonly asOf: string;
}
