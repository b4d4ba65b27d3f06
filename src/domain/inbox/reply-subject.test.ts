import { describe, expect, it } from 'vitest';
import { filledSubject, hasSubject, replySubject } from './reply-subject.ts';

const sent = (theirs: string | null) =>
  filledSubject(replySubject({ ours: 'Your question', keepsTheirs: true }), theirs);

describe('the subject of an answer', () => {
  it('is that of the conversation with one Re:, however often and in whatever language it stood there', () => {
    const theirs = ['Payment', 'Re: Payment', 'RE: Re: Payment', 'AW: Re: Payment', 'SV: RE[2]: Payment'];
    expect(new Set(theirs.map(sent))).toEqual(new Set(['Re: Payment']));
    expect(sent('Antw: 回复：Réf : Grüße — 你好')).toBe('Re: Grüße — 你好');
  });

  it('is on one line and no longer than a subject may be, whatever they wrote', () => {
    expect(sent('a\r\nBcc: x@y.test\u2028b')).toBe('Re: a Bcc: x@y.test b');
    expect(sent('x'.repeat(900))).toHaveLength(200);
    expect(sent('$& $1')).toBe('Re: $& $1');
  });

  it('holds none of their words before it leaves', () => {
    expect(replySubject({ ours: 'Your question', keepsTheirs: true })).toBe('Re: [their subject]');
  });

  it('is ours with one Re: where theirs may not be kept', () => {
    expect(replySubject({ ours: 'Re: Your question', keepsTheirs: false })).toBe('Re: Your question');
    expect(sent(null)).toBe('Re: your mail');
    expect([hasSubject('Re: '), hasSubject('Re: a')]).toEqual([false, true]);
  });

  it('stays as a person wrote it', () => {
    expect(filledSubject('About your orders', 'Payment')).toBe('About your orders');
  });
});
