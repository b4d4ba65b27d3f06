import { describe, expect, it } from 'vitest';
import { humanReasons } from './human-reasons.ts';
import { viewMail } from './mail-view.ts';
import { plainMail } from './testing/plain-mail.ts';

const codesOf = (text: string): string[] =>
  humanReasons(viewMail(plainMail({ text }))).map(({ code }) => code);

describe('humanReasons', () => {
  it.each([
    ['My solicitor will write to you.', 'legal'],
    ['Wir haben unsere Bankverbindung geändert, die neue IBAN folgt.', 'payout_change'],
    ['I am a journalist and need a request for comment answered.', 'press'],
    ['La batterie a pris feu, mon fils est à l’hôpital.', 'crisis'],
    ['Answer or I will tell my followers.', 'public_threat'],
    ['Verify your password within 24 hours at https://x.example', 'phishing'],
    ['Buy 6 gift cards and send me the codes.', 'phishing'],
  ])('finds in "%s" %s', (text, code) => {
    expect(codesOf(text)).toContain(code);
  });

  it('finds none in an ordinary question', () => {
    expect(codesOf('How long does your cookie last?')).toEqual([]);
  });

  it('looks into what is passed on', () => {
    expect(
      codesOf('FYI\n\n---------- Forwarded message ---------\nWe act for Mr Osei; our lawyers …'),
    ).toContain('legal');
  });
});
