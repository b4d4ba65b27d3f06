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

describe('a tab', () => {
  const panels = (first: string, second: string) =>
    `<div class="tabs"><a class="tab" href="#p-one">${first}</a><a class="tab" href="#p-two">${second}</a></div>
     <div class="tab-pane" id="p-one"><p>15% off tea: <code>STEEP15</code></p></div>
     <div class="tab-pane" id="p-two"><p>20% off cups: <code>CUPS20</code></p></div><p>5% off: <code>ALWAYS5</code></p>`;

  it('heads what its panel holds, and nothing after it', () => {
    expect(read(panels('Running now', 'Retired'))).toEqual(['STEEP15', '-CUPS20', 'ALWAYS5']);
    expect(read(panels('Retired', 'Running now'))).toEqual(['-STEEP15', 'CUPS20', 'ALWAYS5']);
  });

  it('heads it where both bear the same name', () => {
    const body = `<div class="tabs w-tabs"><div class="tabs-menu"><a data-w-tab="Tab 1" class="tab-link">Now</a><a data-w-tab="Tab 2" class="tab-link">Expired</a></div>
      <div class="tabs-content"><div data-w-tab="Tab 2" class="w-tab-pane"><p>15% off tea: <code>STEEP15</code></p></div></div></div>`;
    expect(read(body)).toEqual(['-STEEP15']);
  });
});

describe("a page's own numbers", () => {
  it('are no codes, whatever their attributes are called', () => {
    const body =
      '<article id="coupon-88213"><h3>20% off tea</h3><a data-coupon-code="88213" href="#">Show code</a></article>';
    expect(read(body)).toEqual([]);
  });

  it('are told from the code by the end that the control shows', () => {
    const body =
      '<article><h3>20% off tea</h3><button data-coupon="AK-81Z" data-code="STEEP20">Show code •••P20</button></article>';
    expect(read(body)).toEqual(['STEEP20']);
  });
});
