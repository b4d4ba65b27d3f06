import { describe, expect, it } from 'vitest';
import { whyUnfaithful } from './faithful-words.ts';

const GIVEN = [
  'GBP 1,234.50',
  '2026-11-21',
  '31.2 %',
  'Your order 88-1204 at https://shop.example/x, ask partners@shop.example',
];

describe('whyUnfaithful', () => {
  it.each([
    'Es geht um 1.234,50 GBP vom 21.11.2026, also 31,2 %.',
    'About GBP 1,234.50; see https://shop.example/x.',
    'Order 88-1204; write to partners@shop.example.',
    'On 21 November 2026 it was GBP 1234.5.',
    'No figures at all, e.g. this one.',
  ])('lets pass "%s"', (words) => {
    expect(whyUnfaithful([words], GIVEN)).toBeNull();
  });

  it.each([
    ['another figure', 'We pay you GBP 9,999.00.', 'figure'],
    ['a decimal read as a group', 'We pay GBP 123,450.', 'figure'],
    ['part of a figure', 'We pay GBP 234.', 'figure'],
    ['a rounded figure', 'We pay GBP 1,234.', 'figure'],
    ['a changed figure', 'We pay GBP 1,234.60.', 'figure'],
    ['another link', 'See https://evil.example/x.', 'link'],
    ['a bare domain', 'Log in at evil-shop.com now.', 'link'],
    ['another address', 'Write to boss@evil.example.', 'link'],
    ['an image', '![x](https://shop.example/x)', 'markup'],
    ['HTML', 'Hello <img src=x>', 'markup'],
    ['unseen characters', 'Hello\u202e there', 'nobody sees'],
    ['tag characters', 'Hello\u{E0041}\u{E0042}', 'nobody sees'],
  ])('stops %s', (_name, words, why) => {
    expect(whyUnfaithful([words], GIVEN)).toContain(why);
  });
});
