import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { leadTo, type Page, type Site, startSite } from '../testing/site-farm.ts';
import { testReader } from '../testing/test-reader.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const urlset = (...entries: readonly (readonly [url: string, day: string])[]): string =>
  `<urlset>${entries.map(([url, day]) => `<url><loc>${url}</loc><lastmod>${day}</lastmod></url>`).join('')}</urlset>`;
const send =
  (body: string | Uint8Array, type = 'application/xml'): Page =>
  (_request, response) =>
    void response.setHeader('content-type', type).end(body);

describe('listing a site', () => {
  it('reads the sitemaps of its robots.txt and the feeds of its first page, newest first', async () => {
    const pages: Record<string, Page> = {};
    const site: Site = await startSite(pages);
    const { origin } = site;
    Object.assign(pages, {
      '/robots.txt': send(
        `User-agent: *\nDisallow: /secret\nSitemap: ${origin}/index.xml\nSitemap: /secret.xml`,
        'text/plain',
      ),
      '/': '<link rel="alternate" type="application/rss+xml" href="/feed"><p>Welcome',
      '/index.xml': send(
        `<sitemapindex><sitemap><loc>${origin}/1.xml.gz</loc></sitemap><sitemap><loc>https://elsewhere.test/x.xml</loc></sitemap><sitemap><loc>${origin}/index.xml</loc></sitemap></sitemapindex>`,
      ),
      '/1.xml.gz': send(
        gzipSync(
          urlset(
            [`${origin}/a`, '2026-11-01'],
            [`${origin}/b`, '2026-11-20'],
            ['https://elsewhere.test/c', '2026-11-21'],
          ),
        ),
        'application/octet-stream',
      ),
      '/feed': send(
        `<rss><channel><item><title>A again</title><link>${origin}/a</link><pubDate>Sun, 22 Nov 2026 00:00:00 GMT</pubDate></item></channel></rss>`,
      ),
      '/secret.xml': send(urlset([`${origin}/hidden`, '2026-11-22'])),
    });
    const reader = testReader([site]);
    open.push(site, reader);
    const { pages: found, sources, isCut } = await reader.listSite(`${origin}/some/page`);
    expect(
      found.map(({ url, changedAt, title }) => [url, changedAt?.toISOString().slice(0, 10), title]),
    ).toEqual([
      [`${origin}/a`, '2026-11-22', 'A again'],
      [`${origin}/b`, '2026-11-20', null],
    ]);
    expect(isCut).toBe(false);
    expect(sources.map(({ url, error }) => [new URL(url).pathname, error?.code ?? null])).toEqual([
      ['/index.xml', null],
      ['/secret.xml', 'robots_disallowed'],
      ['/feed', null],
      ['/1.xml.gz', null],
    ]);
  });

  it('asks for /sitemap.xml where nothing is named, and stops at its caps', async () => {
    const pages: Record<string, Page> = {};
    const site = await startSite(pages);
    const many = Array.from({ length: 50 }, (_, index) => [`${site.origin}/${index}`, '2026-11-01'] as const);
    pages['/sitemap.xml'] = leadTo('/maps/main.xml');
    pages['/maps/main.xml'] = send(urlset(...many));
    const reader = testReader([site], { sitePagesMax: 10 });
    open.push(site, reader);
    const { pages: found, isCut } = await reader.listSite(site.origin);
    expect([found.length, isCut]).toEqual([10, true]);
  });

  it('gives nothing, with the reason, for a site that cannot be had, and for bombs', async () => {
    const site = await startSite({
      '/sitemap.xml': send(gzipSync(Buffer.alloc(100 * 1024 * 1024))),
    });
    const reader = testReader([site]);
    open.push(site, reader);
    const bomb = await reader.listSite(site.origin);
    expect(bomb).toMatchObject({ pages: [], sources: [{ error: { code: 'too_large' } }] });
    const local = await reader.listSite('http://127.0.0.1/');
    expect(local).toMatchObject({ pages: [], sources: [{ error: { code: 'blocked_address' } }] });
    const wrong = await reader.listSite('ftp://x.test');
    expect(wrong).toMatchObject({ pages: [], sources: [{ error: { code: 'url_refused' } }] });
  });
});
