import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readCodes } from './read-codes.ts';

const read = (body: string) =>
  readCodes(
    parseHTML(
      `<!doctype html><html lang="en"><head><title>Kestrel perks</title></head><body>${body}</body></html>`,
    ).document,
    { url: null, language: 'en', asOf: new Date('2026-11-20T12:00:00Z') },
  ).map(({ code }) => code);
const card = (offer: string, word: string, after = '<a>GO</a>') =>
  `<section class="perk"><p class="what">${offer}</p><div class="word">${word}</div>${after}</section>`;

describe('loneCodes', () => {
  it('takes capitals with digits that stand alone in a card with an offer', () => {
    expect(read(card('22% off wetsuits', 'KESTREL22'))).toEqual(['KESTREL22']);
  });

  it('takes an ordinary word only where another card holds a code in the same place', () => {
    const word = card('Free wax with any leash', 'wavepool');
    expect(read(word)).toEqual([]);
    expect(read(card('22% off wetsuits', 'KESTREL22') + word)).toEqual(['KESTREL22', 'wavepool']);
  });

  it('takes capitals alone only before a control that copies them', () => {
    expect(read(card('22% off wetsuits', 'KESTREL'))).toEqual([]);
    expect(read(card('22% off wetsuits', 'KESTREL', '<p>Copy</p>'))).toEqual(['KESTREL']);
  });

  it('takes what lies under a cover to scratch off', () => {
    const covered = (word: string) =>
      `<article class="c"><h2>10% off bags</h2><div><span>${word}</span><span class="foil" aria-hidden="true">Scratch</span></div></article>`;
    expect(read(covered('KESTREL10'))).toEqual(['KESTREL10']);
  });

  it('takes a column that says where to enter it', () => {
    const table =
      '<table><tr><th>Kit</th><th>Offer</th><th>Use at checkout</th></tr><tr><td>Forkly</td><td>25% off</td><td>forkly25</td></tr></table>';
    expect(read(table)).toEqual(['forkly25']);
  });

  it.each([
    ['goods with a price', card('20% off today', 'RX500', '<p>$49.99</p>')],
    ['goods with a number', card('20% off today<br>SKU', 'RX500-KIT')],
    ['a card without an offer', card('Wetsuits and booties', 'KESTREL22')],
    ['a menu', '<nav><a>20% off</a><div>WOMEN24</div></nav>'],
    [
      'a column of products',
      '<table><tr><th>Product code</th><th>Discount</th></tr><tr><td>DRL-18V-KIT</td><td>10% off</td></tr></table>',
    ],
  ])('takes nothing from %s', (_name, html) => expect(read(html)).toEqual([]));
});
