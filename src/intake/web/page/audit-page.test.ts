import { describe, expect, it } from 'vitest';
import { PageAudit } from '../../../domain/pages/page-audit.ts';
import { auditPage, type PageAuditParts } from './audit-page.ts';

const PARTS: PageAuditParts = {
  classify: async () => ({ contentType: 'how_to', confidence: 0.87654 }),
  detectLanguage: () => 'en',
  codeJudge: null,
  embed: async (texts) => texts.map((text) => Float32Array.from([text.includes('kettle') ? 1 : 0, 1])),
};
const PARAGRAPH =
  'I tested this kettle for three weeks in my kitchen and measured how long it took to boil 1.5 litres of water, which was 4 minutes.';
const audit = (html: string, over: Partial<Parameters<typeof auditPage>[0]> = {}) =>
  auditPage(
    {
      source: 'a.html',
      content: { html },
      url: 'https://tea.example/kettle',
      contentType: null,
      ours: null,
      asOf: null,
      brand: null,
      ...over,
    },
    PARTS,
  );
const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

describe('auditPage', () => {
  it('says title, author, dates and text, and leaves out menus, captions and footers', async () => {
    const found = await audit(
      page(
        '<title>How to descale a kettle - Tea Time</title><script type="application/ld+json">{"@type":"Article","author":{"name":"Ann Lee"},"datePublished":"2025-03-04T10:00:00+01:00"}</script>',
        `<nav><a href="/">Home</a><a href="/a">Kettles</a></nav><main><article><h1>How to descale a kettle</h1><p>By Ann Lee</p>
        ${`<p>${PARAGRAPH}</p>`.repeat(4)}<figure><img src="a.jpg"><figcaption>The old kettle</figcaption></figure></article></main>
        <footer><p>All about kettles since 1999, made with love by people who boil water.</p></footer>`,
      ),
    );
    expect(PageAudit.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      title: 'How to descale a kettle',
      author: 'Ann Lee',
      publishedAt: '2025-03-04T09:00:00.000Z',
      contentType: 'how_to',
      confidence: 0.877,
      language: 'en',
      disclosure: null,
      brandAlignment: null,
    });
    expect(found.text).toContain(PARAGRAPH);
    expect(found.text).not.toMatch(/Home|The old kettle|since 1999|By Ann/);
  });

  it.each([
    ['This post contains affiliate links.', 'affiliate'],
    ['Mit * markierte Links sind Affiliate-Links.', 'affiliate'],
    ['Nous touchons une commission sur vos achats.', 'affiliate'],
    ['Este artículo contiene enlaces de afiliados.', 'affiliate'],
    ['Questo articolo contiene link di affiliazione.', 'affiliate'],
    ['Wij ontvangen een commissie als je koopt.', 'affiliate'],
    ['Este artigo contém links de afiliados.', 'affiliate'],
    ['This is a paid partnership with Kettle & Co.', 'sponsored'],
    ['The kettle was sent to me for free by the maker.', 'gifted'],
  ])('finds "%s" at the top, in its own words', async (words, kind) => {
    const { disclosure } = await audit(
      page('', `<article><p>${words}</p>${`<p>${PARAGRAPH}</p>`.repeat(5)}</article>`),
    );
    expect(disclosure).toEqual({ where: 'top', kind, words });
  });

  it.each([
    'Become an affiliate and join our affiliate program',
    'The European Commission met on Monday.',
    'We earn praise.',
  ])('takes "%s" for no disclosure', async (words) => {
    expect((await audit(page('', `<p>${words}</p><p>${PARAGRAPH}</p>`))).disclosure).toBeNull();
  });

  it('holds what a person did above a list of prices', async () => {
    const helpful = await audit(page('', `<article>${`<p>${PARAGRAPH}</p>`.repeat(8)}</article>`));
    const thin = await audit(
      page(
        '',
        '<h2>Kettle X</h2><p>A must-have at the best price.</p><p>$29.99 <a href="/x">Check price</a></p>'.repeat(
          9,
        ),
      ),
    );
    expect(helpful.problemSolving).toBeGreaterThan(0.6);
    expect(thin.problemSolving).toBeLessThan(0.2);
  });

  it('compares with a brand by nearness, tone and what is said of it', async () => {
    const brand = { name: 'Kettle & Co', text: 'We make the kettle.', products: ['Boiler One'] };
    const html = page(
      '',
      `<p>${PARAGRAPH}</p><p>The Boiler One is excellent and reliable. Kettle &amp; Co is not bad.</p>`,
    );
    const { brandAlignment } = await audit(html, { brand });
    expect(brandAlignment).toMatchObject({ mentions: 2, sentiment: 1, similarity: 1 });
  });

  it('judges codes of a saved file as of now, those of a fetched page as of its fetching', async () => {
    const html = page(
      '<script type="application/ld+json">{"@type":"Article","datePublished":"2021-03-04"}</script>',
      '<article><p>Use code <b>KETTLE15</b> for 15% off, valid until 31 March 2021.</p></article>',
    );
    const saved = await audit(html);
    expect(saved.codes).toMatchObject([{ code: 'KETTLE15', expires: '2021-03-31', retired: true }]);
    const fetched = await audit(html, { asOf: new Date('2021-03-10T12:00:00Z') });
    expect(fetched.codes).toMatchObject([{ code: 'KETTLE15', retired: false }]);
  });

  it.each([
    '',
    '<',
    '<html>',
    '<!-- only a comment -->',
    '<title>t</title>',
    '{"json": true}',
    '<script>document.write("x")</script>',
  ])('audits %j without failing', async (html) => {
    expect(PageAudit.parse(await audit(html)).affiliateLinks).toEqual([]);
  });
});
