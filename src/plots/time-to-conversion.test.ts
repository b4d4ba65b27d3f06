import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { PAGE_PALETTE } from './palette.ts';
import { plotTimeToConversion, type TimeToConversionBin } from './time-to-conversion.ts';

const BINS: readonly TimeToConversionBin[] = [
  { fromSeconds: 0, toSeconds: 10, partnerShare: 0.5, stratumShare: 0.02 },
  { fromSeconds: 10, toSeconds: 60, partnerShare: 0.3, stratumShare: 0.08 },
  { fromSeconds: 60, toSeconds: 86_400, partnerShare: 0.2, stratumShare: 0.9 },
];
const draw = (bins: readonly TimeToConversionBin[], width = 600) =>
  plotTimeToConversion(bins, {
    document: parseHTML('<!doctype html><body></body>').document as unknown as Document,
    width,
    palette: PAGE_PALETTE,
    comparison: '38 like it',
  });
const words = (figure: Element) => [...figure.querySelectorAll('text')].map((text) => text.textContent);

describe('plotTimeToConversion', () => {
  it('names both sides where they are, and the times as people say them', () => {
    expect(words(draw(BINS))).toEqual(
      expect.arrayContaining([
        'this partner',
        '38 like it',
        '1 s',
        '10 s',
        '1 min',
        '10 min',
        '1 h',
        '1 day',
      ]),
    );
  });

  it('leaves out what a narrow screen has no room for', () => {
    expect(words(draw(BINS, 300))).not.toContain('10 min');
  });

  it('brings no style of its own, which a strict content policy would refuse', () => {
    expect(draw(BINS).querySelector('style')).toBeNull();
  });

  it('draws a bar for each bin, the one that begins at nothing included', () => {
    expect(draw(BINS).querySelectorAll('[aria-label="rect"] rect')).toHaveLength(3);
  });

  it('is drawn for a partner without orders too', () => {
    const none = BINS.map((bin) => ({ ...bin, partnerShare: 0 }));
    expect(words(draw(none))).not.toContain('this partner');
    expect(draw([])).toBeDefined();
  });
});
