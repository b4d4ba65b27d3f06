import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HUMAN_REASONS } from './human-reasons.ts';
import { INTENTS } from './intent.ts';
import { onlyResembles, type PlannedMail, planMail } from './mail-plan.ts';
import { Route } from './route.ts';
import type { Triage } from './triage.ts';

const triage: Triage = {
  messageId: null,
  language: 'en',
  intent: 'payment_question',
  intents: ['payment_question'],
  confidence: 1,
  urgency: 'normal',
  brandSensitive: false,
  mustGoToHuman: false,
  reasons: [],
  partner: null,
  slots: {
    requestedRate: null,
    orderReferences: [],
    amount: null,
    amounts: [],
    codes: [],
    deadline: null,
    deadlineAt: null,
    links: [],
  },
  injectionSuspected: false,
  route: 'draft_for_approval',
  summary: 'Asks about a payment.',
};
const known: PlannedMail = {
  isReadable: true,
  needsReview: false,
  triage,
  sender: { isTierOne: false, isSpoofable: false },
  answerTo: 'a@b.example',
  isSuppressed: false,
  hasAddressOnFile: true,
  offeredBps: null,
  autoReplyIntents: [],
  isApplication: false,
};
const plan = (said: Partial<Triage>, mail: Partial<PlannedMail> = {}) =>
  planMail({ ...known, ...mail, triage: { ...triage, ...said } });

const anyMail = fc.record({
  isReadable: fc.boolean(),
  needsReview: fc.boolean(),
  isApplication: fc.boolean(),
  triage: fc.option(
    fc.record({
      ...Object.fromEntries(Object.entries(triage).map(([field, value]) => [field, fc.constant(value)])),
      intent: fc.constantFrom(...INTENTS),
      route: fc.constantFrom(...Route.options),
      mustGoToHuman: fc.boolean(),
      confidence: fc.constantFrom(0.5, 0.99),
      injectionSuspected: fc.boolean(),
      brandSensitive: fc.boolean(),
      reasons: fc.subarray(Object.values(HUMAN_REASONS)),
      language: fc.constantFrom('en', 'de', 'ar', 'pl', 'und'),
    }) as unknown as fc.Arbitrary<Triage>,
    { nil: null },
  ),
  sender: fc.option(fc.record({ isTierOne: fc.boolean(), isSpoofable: fc.boolean() }), { nil: null }),
  answerTo: fc.constantFrom('a@b.example', null),
  isSuppressed: fc.boolean(),
  hasAddressOnFile: fc.boolean(),
  offeredBps: fc.constantFrom(900, null),
  autoReplyIntents: fc.constant([...INTENTS]),
});

describe('planMail', () => {
  it('never answers by itself what a person has to see, whatever the policy lists', () => {
    fc.assert(
      fc.property(anyMail, (mail) => {
        const made = planMail(mail);
        const needsPerson =
          !mail.isReadable ||
          mail.needsReview ||
          mail.triage === null ||
          mail.triage.mustGoToHuman ||
          mail.triage.route === 'human' ||
          (mail.sender?.isTierOne ?? false);
        if (needsPerson && !(mail.triage && onlyResembles(mail.triage)))
          expect(made.answer).not.toBe('reply');
        if (needsPerson && made.answer === 'reply') expect(made.automatic).toBe(false);
        if (made.answer === 'reply' && made.automatic) {
          expect(mail.triage).toMatchObject({ route: 'auto_reply', brandSensitive: false });
          expect(mail.sender?.isSpoofable ?? false).toBe(false);
        }
        if (made.answer === 'reply')
          expect([mail.answerTo, mail.isSuppressed]).toEqual(['a@b.example', false]);
        if (made.raisesRate) expect([mail.sender === null, mail.offeredBps]).toEqual([false, 900]);
        if (made.checksPayout) expect([mail.sender === null, mail.hasAddressOnFile]).toEqual([false, true]);
        if (made.raisesRate || made.checksPayout) expect(mail.sender?.isTierOne).toBe(false);
      }),
    );
  });

  it('answers what it can, and leaves alone what asks for nothing', () => {
    expect(plan({})).toMatchObject({ answer: 'reply', topic: 'payment', automatic: false });
    expect(plan({ intent: 'termination' })).toMatchObject({ topic: 'termination' });
    expect(plan({ intent: 'general_other' })).toMatchObject({ topic: 'acknowledge' });
    expect(plan({ route: 'ignore', intent: 'spam_other' })).toMatchObject({ answer: 'none' });
  });

  it('drafts an answer to what only resembles delicate mail, and never lets it pass by itself', () => {
    const resembles = {
      mustGoToHuman: true,
      route: 'human',
      reasons: [HUMAN_REASONS.learnt_pattern],
    } as const;
    const lenient = { autoReplyIntents: ['payment_question' as const] };
    expect(plan({ ...resembles, reasons: [...resembles.reasons] }, lenient)).toMatchObject({
      answer: 'reply',
      automatic: false,
    });
    expect(plan({ ...resembles, reasons: [...resembles.reasons], confidence: 0.6 })).toMatchObject({
      answer: 'hand-over',
    });
    expect(plan({ ...resembles, reasons: [...resembles.reasons, HUMAN_REASONS.legal] })).toMatchObject({
      answer: 'hand-over',
      desk: 'legal',
    });
    expect(plan({ ...resembles, reasons: [...resembles.reasons], intent: 'contract_legal' })).toMatchObject({
      answer: 'hand-over',
    });
  });

  it('passes by policy only what triage and the policy both name', () => {
    const listed = { autoReplyIntents: ['payment_question' as const] };
    expect(plan({ route: 'auto_reply' }, listed)).toMatchObject({ automatic: true });
    expect(plan({ route: 'auto_reply' })).toMatchObject({ automatic: false });
    expect(plan({ route: 'draft_for_approval' }, listed)).toMatchObject({ automatic: false });
  });

  it('asks at the address on file about another account, the more so when the mail looks forged', () => {
    const reasons = [HUMAN_REASONS.payout_change, HUMAN_REASONS.phishing];
    const said = { route: 'human', mustGoToHuman: true, reasons } as const;
    expect(plan({ ...said, reasons: [...reasons] })).toMatchObject({ desk: 'security', checksPayout: true });
    expect(plan({ ...said, reasons: [...reasons] }, { sender: null })).toMatchObject({ checksPayout: false });
  });

  it('proposes a rate beside the answer, and none without figures', () => {
    expect(plan({ intent: 'commission_increase' }, { offeredBps: 900 })).toMatchObject({ raisesRate: true });
    expect(plan({ intent: 'commission_increase' })).toMatchObject({ answer: 'reply', raisesRate: false });
    expect(plan({ intent: 'payment_question' }, { offeredBps: 900 })).toMatchObject({ raisesRate: false });
  });
});
