import { describe, expect, it } from 'vitest';
import { mendHead } from './mend-head.ts';

const mend = (text: string): string => mendHead(Buffer.from(text), 10_000).toString();

describe('mendHead', () => {
  it.each([
    ['a proper head', 'From: a\r\n folded\r\nSubject: b\r\n\r\nbody: text\r\n'],
    ['a head alone', 'From: a\r\nSubject: b'],
    ['a line of an mbox', 'From a@b.test Mon Nov  2 10:11:12 2026\nFrom: a\n\nx\n'],
    ['one broken line between fields', 'From: a\nbroken\nSubject: b\n\nx\n'],
    ['a blank line inside a folded field', 'Subject: a\r\n \r\n b\r\nFrom: c\r\n\r\nx\r\n'],
  ])('leaves %s alone', (_what, text) => {
    expect(mend(text)).toBe(text);
  });

  it('ends a head at a line of spaces', () => {
    expect(mend('From: a\r\n \r\nHello there\r\n\r\n')).toBe('From: a\r\n\r\nHello there\r\n\r\n');
  });

  it('ends a head where the words begin', () => {
    expect(mend('From: a\r\nHello there\r\nhow are you\r\n\r\n')).toBe(
      'From: a\r\n\r\nHello there\r\nhow are you\r\n\r\n',
    );
  });

  it('takes a text without a head for one', () => {
    expect(mend('Only words\r\nand more\r\n')).toBe('\r\nOnly words\r\nand more\r\n');
  });
});
