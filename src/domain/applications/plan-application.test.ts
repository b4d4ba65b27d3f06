import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../policies.ts';
import { readApplication } from '../vetting/read-application.ts';
import { vetBatch } from '../vetting/vet-batch.ts';
import type { Vetting } from '../vetting/vetting-result.ts';
import { applicationDocument, applicationQuotes } from './application-document.ts';
import { planApplication } from './plan-application.ts';
import { wishInComment } from './wish-in-comment.ts';

function vetted(value: unknown): Vetting {
  const read = readApplication(value);
  if ('error' in read) throw new Error(read.error.message);
  const [vetting] = vetBatch([read], { policy: DEFAULT_POLICY.vetting, now: new Date('2026-11-20') });
  if (vetting === undefined) throw new Error('nothing was vetted');
  return vetting;
}
const plan = (decision: Vetting['decision'], flags: Vetting['flags'], confidence = 1) =>
  planApplication({ ...vetted({ id: 'x' }), decision, flags, confidence });

describe('planApplication', () => {
  it('lets nothing pass that a person should see', () => {
    expect(plan('accept', [])).toMatchObject({ wish: 'accept', needsPerson: false, automatic: true });
    expect(plan('accept', [], 0.4)).toMatchObject({ wish: 'accept', automatic: false });
    expect(plan('accept', ['statistics_insufficient'])).toMatchObject({ wish: 'accept', automatic: false });
    expect(plan('review', ['political'])).toMatchObject({
      wish: 'accept',
      needsPerson: true,
      automatic: false,
    });
  });

  it('asks when all that was found can be cleared by asking, and not otherwise', () => {
    expect(plan('review', ['private_or_empty', 'claim_mismatch'])).toMatchObject({
      wish: 'ask',
      missing: ['access', 'proof'],
    });
    expect(plan('review', ['private_or_empty', 'gambling'])).toMatchObject({
      wish: 'accept',
      needsPerson: true,
    });
    expect(plan('review', ['statistics_insufficient', 'minor'])).toMatchObject({ needsPerson: true });
    expect(plan('review', [])).toMatchObject({ wish: 'accept', needsPerson: true, automatic: false });
  });

  it('declines what the rule declines', () => {
    expect(plan('decline', ['fake_account'])).toMatchObject({ wish: 'decline', automatic: true });
  });
});

it.each([
  ['Accept her, I know the site.', 'accept'],
  ['decline', 'decline'],
  ['Please ask for the media kit', 'ask'],
  ['Shorter, please.', null],
])('hears in “%s” the wish %s', (comment, wish) => {
  expect(wishInComment(comment)).toBe(wish);
});

it('quotes an application at its real places, also where words repeat', () => {
  const read = readApplication({
    id: 'q',
    handle: 'tea',
    bio: 'tea and more tea',
    pitch: 'tea',
    posts: [{ text: 'tea' }, { text: 'x'.repeat(3_000) }],
  });
  if ('error' in read) throw new Error('unreadable');
  const { text, sha256 } = applicationDocument('d', read.application);
  const quotes = applicationQuotes('d', read.application);
  expect(quotes).toHaveLength(5);
  for (const quote of quotes) {
    if (quote.type !== 'quote') throw new Error('no quote');
    expect(quote.text).toBe(text.slice(quote.start, quote.end));
    expect(quote.sha256).toBe(sha256);
  }
});
