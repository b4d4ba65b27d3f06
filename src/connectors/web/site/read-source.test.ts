import { describe, expect, it } from 'vitest';
import { feedLinks } from './feed-links.ts';
import { readSource } from './read-source.ts';

const BASE = 'https://partner.test/feed';

describe('readSource', () => {
  it('reads a sitemap with its dates', () => {
    const xml = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="x">
      <url><loc> https://partner.test/a?x=1&amp;y=2 </loc><lastmod>2026-11-20</lastmod><xhtml:link rel="alternate" href="/de"/></url>
      <url><loc><![CDATA[https://partner.test/b]]></loc><lastmod>soon</lastmod></url>
      <url><loc>javascript:alert(1)</loc></url></urlset>`;
    expect(readSource(xml, BASE)).toEqual({
      sitemaps: [],
      pages: [
        {
          url: 'https://partner.test/a?x=1&y=2',
          from: 'sitemap',
          title: null,
          changedAt: new Date('2026-11-20'),
        },
        { url: 'https://partner.test/b', from: 'sitemap', title: null, changedAt: null },
      ],
    });
  });

  it('reads an index of sitemaps', () => {
    const xml = `<sitemapindex><sitemap><loc>https://partner.test/1.xml.gz</loc><lastmod>2026-11-01T10:00:00+01:00</lastmod></sitemap></sitemapindex>`;
    expect(readSource(xml, BASE)).toEqual({
      pages: [],
      sitemaps: [{ url: 'https://partner.test/1.xml.gz', changedAt: new Date('2026-11-01T09:00:00Z') }],
    });
  });

  it('reads RSS, also of the first kind', () => {
    const item =
      '<item><title>20 &lt;b&gt;% off&lt;/b&gt; &#38; more</title><link>/deal</link><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate></item>';
    const page = {
      url: 'https://partner.test/deal',
      from: 'rss',
      title: '20 % off & more',
      changedAt: new Date('2026-11-23T08:00:00Z'),
    };
    const withAtom = `<rss version="2.0" xmlns:atom="a"><channel><title>T</title><link>https://partner.test</link><atom:link href="self"/>${item}</channel></rss>`;
    expect(readSource(withAtom, BASE)?.pages).toEqual([page]);
    const first = `<rdf:RDF xmlns:rdf="r" xmlns:dc="d">${item.replace('pubDate', 'dc:date').replace('/pubDate', '/dc:date')}</rdf:RDF>`;
    expect(readSource(first, BASE)?.pages).toEqual([page]);
  });

  it('reads Atom by the link to the page', () => {
    const xml = `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title type="html">A &amp;amp; B</title>
      <link rel="self" href="/self"/><link rel="alternate" href="/post"/><published>2026-01-01T00:00:00Z</published><updated>2026-11-02T00:00:00Z</updated></entry></feed>`;
    expect(readSource(xml, BASE)?.pages).toEqual([
      {
        url: 'https://partner.test/post',
        from: 'atom',
        title: 'A & B',
        changedAt: new Date('2026-11-02'),
      },
    ]);
  });

  it('reads JSON Feed and plain lists', () => {
    const feed = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [
        { id: '1', url: 'https://partner.test/j', title: 'J', date_published: '2026-11-03T00:00:00Z' },
        { id: '2' },
      ],
    });
    expect(readSource(feed, BASE)?.pages).toEqual([
      { url: 'https://partner.test/j', from: 'json', title: 'J', changedAt: new Date('2026-11-03') },
    ]);
    expect(readSource('https://partner.test/1\r\nhttps://partner.test/2\n\n', BASE)?.pages.length).toBe(2);
  });

  it('takes nothing for a feed that is none, whatever is in it', () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const page = `${laughs}<urlset><url><loc>https://partner.test/&f;&b;</loc></url></urlset>`;
    expect(JSON.stringify(readSource(page, BASE))).not.toMatch(/root:|haha/);
    for (const text of [
      '',
      'hello',
      '<html><body>404</body></html>',
      '{"version":1}',
      '{',
      '<urlset',
      `<a>${'<b>'.repeat(50_000)}`,
    ])
      expect(readSource(text, BASE)?.pages ?? [], text.slice(0, 30)).toEqual([]);
  });
});

describe('feedLinks', () => {
  it('finds the feeds that a page names', () => {
    const html = `<head><link rel="alternate" type="application/rss+xml" title="News" href="/feed?a=1&amp;b=2">
      <LINK REL='alternate home' TYPE='application/atom+xml' HREF='atom.xml'><link rel="alternate" hreflang="de" href="/de">
      <link rel="stylesheet" type="application/rss+xml" href="/no"></head>`;
    expect(feedLinks(html, 'https://partner.test/blog/')).toEqual([
      'https://partner.test/feed?a=1&b=2',
      'https://partner.test/blog/atom.xml',
    ]);
  });
});
