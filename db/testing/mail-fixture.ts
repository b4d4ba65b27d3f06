import type { ProposalDraft } from '../../src/proposals/proposal-draft.ts';
import type { Queryable } from '../client.ts';
import { putMail } from '../queries/mail/testing/put-mail.ts';
import { NOW } from './gate-fixture.ts';

/** A mail from a partner's address, proven by the server unless said otherwise. @returns its id. */
export async function mailFrom(
  db: Queryable,
  from: string,
  { isProven = true, words = 'When will you pay me?' }: { isProven?: boolean; words?: string } = {},
): Promise<string> {
  const id = crypto.randomUUID();
  const proof = `Authentication-Results: mx.shop.test; dmarc=${isProven ? 'pass' : 'fail'} header.from=x`;
  const head = [`From: ${from}`, `Message-ID: <${id}@x.test>`, 'Subject: Payment'];
  const { mailId } = await putMail(db, [proof, ...head, '', words], { now: NOW });
  return mailId;
}

const common = (mailId: string, stranger: string) =>
  ({
    workflow: 'inbox',
    proposedBy: 'inbox',
    title: 'A mail',
    summary: 'Asks about a payment.',
    evidence: [],
    money: null,
    madeBy: { engine: 'embedded', prompt: 'inbox@1', rules: 'inbox@1' },
    source: { kind: 'mail', documentId: mailId },
    stranger: `mail:${stranger}`,
  }) satisfies Partial<ProposalDraft>;

export const replyDraft = (
  mailId: string,
  partnerId: string | null,
  to: string,
  more: Partial<Extract<ProposalDraft['effect'], { kind: 'mail.reply' }>> = {},
): ProposalDraft => ({
  ...common(mailId, to),
  effect: {
    kind: 'mail.reply',
    partnerId,
    mailId,
    to,
    subject: 'Your question',
    body: 'Thank you for your mail.',
    language: 'en',
    inReplyTo: 'a@x.test',
    references: ['a@x.test'],
    isTemplate: true,
    automatic: false,
    ...more,
  },
  partnerId,
  dedupeKey: `inbox:answer:${mailId}`,
});

export const handOverDraft = (mailId: string, partnerId: string | null): ProposalDraft => ({
  ...common(mailId, 'x'),
  effect: { kind: 'mail.hand-over', partnerId, mailId, desk: 'press', reasons: ['press'] },
  partnerId,
  dedupeKey: `inbox:answer:${mailId}`,
});

export const payoutDraft = (mailId: string, partnerId: string, to: string): ProposalDraft => ({
  ...common(mailId, to),
  effect: {
    kind: 'partner.payout-details',
    partnerId,
    mailId,
    to,
    subject: 'Your payout details',
    body: 'Please enter the change with the network.',
  },
  partnerId,
  dedupeKey: `inbox:partner.payout-details:${partnerId}`,
});

export const rateDraft = (partnerId: string, fromBps: number, toBps: number): ProposalDraft => ({
  ...common('x', 'x'),
  source: null,
  stranger: null,
  effect: {
    kind: 'commission.change',
    partnerId,
    network: 'awin',
    skuGroup: null,
    fromBps,
    toBps,
    startsAt: '2026-03-10T00:00:00.000Z',
    endsAt: null,
  },
  partnerId,
  dedupeKey: `inbox:commission.change:awin:${partnerId}`,
});
