import { describe, expect, it } from 'vitest';
import { findExpiry } from './find-expiry.ts';

const reading = { dayFirst: true, writtenAt: new Date('2026-11-01') };

describe('the last day of an offer', () => {
  it.each([
    ['Offer valid online only from 09:00 on 09/10/2026 until 23:59 on 26/10/2026.', '2026-10-26'],
    ['Promotion period: 1 September 2026 – 1 November 2026', '2026-11-01'],
    ['Woche 1 · 26.10.–01.11. · 15 % auf Kissen', '2026-11-01'],
    ['24–28 Nov 2025, 40% off', '2025-11-28'],
    ['Sæsonstart-rabat (1.–31. oktober 2026)', '2026-10-31'],
    ['Dal 15 settembre al 18 ottobre 2026: sei bottiglie', '2026-10-18'],
    ['ends 5 December', '2026-12-05'],
  ])('of %s', (text, day) => {
    expect(findExpiry(text, reading)).toBe(day);
  });

  it.each([
    ['Open 9–17, Monday to Friday'],
    ['Sizes 36–41 in stock'],
    ['10–15 % off everything'],
    ['Delivery within 2–4 working days'],
    ['Published 3 November 2026'],
  ])('is not said in %s', (text) => {
    expect(findExpiry(text, reading)).toBeNull();
  });
});
