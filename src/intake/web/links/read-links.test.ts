import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readLinks } from './read-links.ts';

const OURS = { hosts: ['shop.example', 'links.shop.example'], merchantIds: { awin: ['7'] } };
const read = (html: string, url: string | null = 'https://blog.example/post') =>
  readLinks(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document, { url, ours: OURS });

describe('readLinks', () => {
  it('gives the sentence around each of two links with the same words', () => {
    const links = read(`<p>Boots are warm. <a href="https://amzn.to/1">Buy now</a> before winter.
      Socks are soft. <a href="https://amzn.to/2">Buy now</a> and be glad.</p>`);
    expect(links.map(({ context }) => context)).toEqual(['Buy now before winter.', 'Buy now and be glad.']);
    expect(links[0]).toMatchObject({ anchor: 'Buy now', network: 'amazon', ours: false });
  });

  it('knows our own links by redirector, by programme number and by where they lead', () => {
    const links = read(`<a href="https://shop.example/go/anna?sub=top">a</a>
      <a href="https://www.awin1.com/cread.php?awinmid=7&awinaffid=9">b</a>
      <a href="https://www.awin1.com/cread.php?awinmid=8&awinaffid=9">c</a>
      <a href="https://go.skimresources.com/?id=1&url=https%3A%2F%2Fwww.shop.example%2Fx">d</a>
      <a href="https://shop.example/plain">e</a>`);
    expect(links.map(({ ours, network }) => [network, ours])).toEqual([
      ['ours', true],
      ['awin', true],
      ['awin', false],
      ['skimlinks', true],
    ]);
    expect(links[0]).toMatchObject({ partnerId: 'anna', subId: 'top' });
  });

  it('keeps what the page says of a link, and links that are only marked', () => {
    const links = read(`<a rel="sponsored noopener" href="https://brand.example/">Ad</a>
      <a rel="nofollow" href="/go/brand">Cloaked</a> <a href="/go/map">Not marked</a>
      <a rel="nofollow" href="https://other.example/">Not paid</a>
      <a href="https://brand.example/?aff=4"><img alt="A picture" src="x"></a>`);
    expect(links.map(({ network, rel, anchor }) => [network, rel.join(), anchor])).toEqual([
      ['unknown', 'sponsored', 'Ad'],
      ['cloaked', 'nofollow', 'Cloaked'],
      ['unknown', '', 'A picture'],
    ]);
  });

  it.each([
    'http://',
    'javascript:alert(1)',
    '//',
    '#x',
    '',
    'http://[::1',
    `https://a.example/${'x'.repeat(9_000)}`,
  ])('passes over %j', (href) => expect(read(`<a rel="sponsored" href="${href}">x</a>`)).toEqual([]));

  it('reads many links of one paragraph in one pass', () => {
    const many = '<a href="https://amzn.to/1">Buy now</a> x. '.repeat(30_000);
    expect(read(`<p>${many}</p>`)).toHaveLength(20_000);
  });
});
