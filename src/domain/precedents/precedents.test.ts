import { describe, expect, it } from 'vitest';
import { agreementOf } from './agreement.ts';
import { caseText } from './case-text.ts';

const counts = (kind: string, approvedAsIs: number, rejected = 0) => ({
  kind,
  approvedAsIs,
  edited: 0,
  rejected,
  sentBack: 0,
});

describe('agreementOf', () => {
  it('suggests nothing before fifty decisions, however well they went', () => {
    const few = agreementOf(counts('mail.reply', 49));
    expect(few.suggestsAutomatic).toBe(false);
    expect(few.suggestion).toBe('Nothing is suggested before 50 decisions; there are 49.');
  });

  it('suggests by the lower end of the interval, not by the share', () => {
    expect(agreementOf(counts('mail.reply', 57, 3))).toMatchObject({
      agreement: 0.95,
      suggestsAutomatic: false,
    });
    expect(agreementOf(counts('mail.reply', 200, 1)).suggestsAutomatic).toBe(true);
  });

  it('never suggests what no policy may let pass', () => {
    expect(agreementOf(counts('commission.clawback', 1_000)).suggestsAutomatic).toBe(false);
  });

  it('has no share where nothing was decided', () => {
    expect(agreementOf(counts('mail.reply', 0))).toMatchObject({ agreement: null, interval: null });
  });
});

describe('caseText', () => {
  it('leads with quoted words and forgets figures', () => {
    const quote = {
      type: 'quote',
      text: 'Where is my £120?',
      documentId: 'm',
      start: 0,
      end: 17,
      sha256: 'a'.repeat(64),
    } as const;
    expect(caseText({ title: 'Answer 7 mails', summary: 'By 2026-03-02.', evidence: [quote] })).toBe(
      'Where is my £0?\nAnswer 0 mails\nBy 0',
    );
  });
});
