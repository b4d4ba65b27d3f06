import { describe, expect, it } from 'vitest';
import { claimsInText } from './claims-in-text.ts';

const claims = (text: string) => claimsInText(text).map(({ of, value }) => [of, Number(value.toFixed(4))]);

describe('claimsInText', () => {
  it.each([
    ['I have 100k followers.', [['followers', 100_000]]],
    ['120.000 Follower', [['followers', 120_000]]],
    ['5 % engagement', [['engagementRate', 0.05]]],
    ['My engagement rate is 4,5 %', [['engagementRate', 0.045]]],
    ['Tengo 150 mil seguidores', [['followers', 150_000]]],
    ['Mam 140 tys. obserwujących', [['followers', 140_000]]],
    ['لدي 150 ألف متابع', [['followers', 150_000]]],
    ['130 bin takipçim var', [['followers', 130_000]]],
    ['average 80k views per reel', [['views', 80_000]]],
    ['every upload clears 250k views', [['views', 250_000]]],
    ['unos cien mil seguidores', [['followers', 100_000]]],
    ['half a million subscribers', [['followers', 500_000]]],
    ['45 mil pessoas seguem a página', [['followers', 45_000]]],
    ['followed by 60k', [['followers', 60_000]]],
  ])('reads "%s"', (text, expected) => {
    expect(claims(text)).toEqual(expected);
  });

  it.each([
    'My goal is 100k followers by next year',
    'Across all platforms 250,000 followers',
    'I helped a brand reach 100k followers',
    '20% off with my code',
  ])('takes "%s" for no claim about the profile', (text) => {
    expect(claims(text)).toEqual([]);
  });

  it('says which platform a figure is of', () => {
    expect(claimsInText('120k subscribers on YouTube')[0]?.platform).toBe('youtube');
  });
});
