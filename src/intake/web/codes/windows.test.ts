import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readCodes } from './read-codes.ts';

/** Live codes as they are, codes that are over with a minus before. */
const read = (body: string): string[] =>
  readCodes(
    parseHTML(
      `<!doctype html><html lang="en"><head><title>Nordby Tea promo codes</title></head><body>${body}</body></html>`,
    ).document,
    { url: null, language: 'en', asOf: new Date('2026-11-23') },
  ).map(({ code, retired }) => (retired ? `-${code}` : code));

const offer = (label: string, control: string) =>
  `<main><ul class="offers"><li><span class="tag">${label}</span><h3>15% off tea</h3>${control}</li></ul></main>`;
const window = (id: string) =>
  `<div class="modal" id="${id}" role="dialog"><p>15% off tea</p><span class="code">STEEP15</span></div>`;

describe('a small window at the end of the page', () => {
  it.each([
    ['a link', '<a href="#offer-7">Show code</a>'],
    ['an attribute of the control', '<button data-bs-target="#offer-7">Show code</button>'],
    ['what the control calls', '<button onclick="openModal(\'offer-7\')">Show code</button>'],
  ])('is over with the only offer that opens it, by %s', (_name, control) => {
    expect(read(offer('Expired', control) + window('offer-7'))).toEqual(['-STEEP15']);
    expect(read(offer('Verified', control) + window('offer-7'))).toEqual(['STEEP15']);
  });

  it('is live when another offer opens it too', () => {
    const control = '<a href="#offer-7">Show code</a>';
    expect(read(offer('Expired', control) + offer('New', control) + window('offer-7'))).toEqual(['STEEP15']);
  });

  it('goes by the heading under which it is opened', () => {
    const body = `<h2>Expired codes</h2>${offer('Last year', '<a href="#offer-7">Show code</a>')}${window('offer-7')}`;
    expect(read(body)).toEqual(['-STEEP15']);
  });
});
