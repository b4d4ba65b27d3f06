import { describe, expect, it } from 'vitest';
import { NEVER_AUTOMATIC } from '../policies.ts';
import type { Effect } from './effect.ts';
import { kindsToPass, mayAutoApprove } from './may-auto-approve.ts';

const none = { autoReplyIntents: [], mailsPerRun: 1, ownDomains: [] };
const listing = (...autoApprovedKinds: string[]) => ({ autoApprovedKinds, inbox: none });
const answering = {
  autoApprovedKinds: [],
  inbox: { ...none, autoReplyIntents: ['payment_question' as const] },
};

const warn = { kind: 'partner.warn', partnerId: 'p1', network: 'awin', subject: 's', body: 'b' } as const;
const reply = (automatic: boolean): Effect => ({
  kind: 'mail.reply',
  partnerId: null,
  mailId: '0b5d0f3e-6c1c-4c5f-9f3e-2c8f5c1b1a11',
  to: 'a@b.example',
  subject: 's',
  body: 'b',
  language: 'en',
  inReplyTo: null,
  references: [],
  isTemplate: true,
  automatic,
});

describe('mayAutoApprove', () => {
  it('needs the kind to be listed', () => {
    expect(mayAutoApprove(warn, 1, listing(), null)).toBe(false);
    expect(mayAutoApprove(warn, 1, listing('partner.warn'), null)).toBe(true);
  });

  it('is never true where two people are needed', () => {
    expect(mayAutoApprove(warn, 2, listing('partner.warn'), null)).toBe(false);
  });

  it.each(NEVER_AUTOMATIC)('is never true for %s, even when it is listed', (kind) => {
    expect(mayAutoApprove({ ...warn, kind } as unknown as Effect, 1, listing(kind), null)).toBe(false);
  });

  it('lets a reply pass by its intent, and never by its kind', () => {
    expect(mayAutoApprove(reply(true), 1, listing('mail.reply'), 'payment_question')).toBe(false);
    expect(kindsToPass(listing('mail.reply'))).toEqual([]);
    expect(mayAutoApprove(reply(true), 1, answering, 'payment_question')).toBe(true);
    expect(mayAutoApprove(reply(true), 1, answering, 'tracking_problem')).toBe(false);
    expect(mayAutoApprove(reply(true), 1, answering, null)).toBe(false);
    expect(mayAutoApprove(reply(false), 1, answering, 'payment_question')).toBe(false);
  });
});
