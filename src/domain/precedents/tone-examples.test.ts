import { describe, expect, it } from 'vitest';
import { toneExamples } from './tone-examples.ts';

const DRAFT = 'Hello,\nyour commission is GBP 12.00.\nKind regards';

describe('toneExamples', () => {
  it('keeps what the manager put in, and not what was there before', () => {
    const sent =
      'Hello,\nyour commission is GBP 12.00.\nThank you for your patience with us this month.\nKind regards';
    expect(toneExamples([{ drafted: DRAFT, sent }])).toEqual([
      { body: 'Thank you for your patience with us this month.' },
    ]);
  });

  it.each([
    'It will be on your account by the 14th, I promise.',
    'Please write to anna@shop.example about anything else.',
    'We spoke about it with Sarah from the finance team.',
    'Everything stands at https://shop.example/terms for you.',
  ])('leaves out whatever may be somebody’s data: %s', (sentence) => {
    expect(toneExamples([{ drafted: DRAFT, sent: `${DRAFT}\n${sentence}` }])).toEqual([]);
  });

  it('gives at most three, the newest first', () => {
    const letters = ['one', 'two', 'three', 'four'].map((word) => ({
      drafted: DRAFT,
      sent: `${DRAFT}\nwe are glad that you asked, number ${word} of ours.`,
    }));
    expect(toneExamples(letters)).toHaveLength(3);
    expect(toneExamples(letters)[0]?.body).toContain('number one');
  });
});
