import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { Capture } from '../../domain/web/capture.ts';
import { leadTo, type Page, type Site, startSite } from './testing/site-farm.ts';
import { type TestReader, testReader } from './testing/test-reader.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});
const siteOf = async (pages: Readonly<Record<string, Page>>): Promise<Site> => {
  const site = await startSite(pages);
  open.push(site);
  return site;
};
const readerOf = (...given: Parameters<typeof testReader>): TestReader => {
  const reader = testReader(...given);
  open.push(reader);
  return reader;
};
const textOf = ({ bytes }: Capture): string => new TextDecoder().decode(bytes);

describe('a page', () => {
  it('becomes a capture that says where it came from and how', async () => {
    const site = await siteOf({
      '/old': leadTo('/new', 301),
      '/new': (_request, response) =>
        void response
          .writeHead(200, {
            'content-type': 'Text/HTML; charset="ISO-8859-1"',
            'content-encoding': 'gzip',
            etag: '"7"',
            'last-modified': 'Mon, 23 Nov 2026 08:00:00 GMT',
          })
          .end(gzipSync('<h1>Zw\xf6lf</h1>')),
    });
    const reader = readerOf([site]);
    const capture = await reader.fetch(`${site.origin}/old`);
    expect(capture).toMatchObject({
      url: `${site.origin}/old`,
      finalUrl: `${site.origin}/new`,
      how: 'http',
      status: 200,
      contentType: 'text/html',
      charset: 'iso-8859-1',
      etag: '"7"',
      redirects: [{ from: `${site.origin}/old`, to: `${site.origin}/new`, status: 301 }],
      isPartial: false,
      error: null,
    });
    expect(Capture.safeParse(capture).success).toBe(true);
    expect(reader.kept).toEqual([capture]);
    expect(site.lastHeaders()['user-agent']).toBe(
      'Mozilla/5.0 (compatible; Marginkeeper/test; +https://shop.test/bot)',
    );
  });

  it('that did not change is the earlier one again', async () => {
    const site = await siteOf({
      '/': ({ headers }, response) => {
        if (headers['if-none-match'] === '"1"') return void response.writeHead(304).end();
        response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end('<p>as it was');
      },
    });
    const reader = readerOf([site]);
    const first = await reader.fetch(`${site.origin}/`);
    const second = await reader.fetch(`${site.origin}/`);
    const third = await reader.fetch(`${site.origin}/`);
    expect(second).toMatchObject({ status: 304, sameAs: first.captureId, etag: '"1"', sha256: first.sha256 });
    expect(textOf(second)).toBe('<p>as it was');
    expect(third.sameAs).toBe(first.captureId);
  });

  it('that fails says why, and nothing throws', async () => {
    const site = await siteOf({
      '/gone': (_request, response) =>
        void response.writeHead(410, { 'content-type': 'text/html' }).end('<p>No longer here'),
      '/pdf': (_request, response) =>
        void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
      '/large': (_request, response) => void response.end(Buffer.alloc(6 * 1024 * 1024, 'a')),
      '/bomb': (_request, response) =>
        void response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(100 * 1024 * 1024))),
      '/wrong': (_request, response) =>
        void response.writeHead(200, { 'content-encoding': 'gzip' }).end('this is no gzip'),
      '/cut': (_request, response) => {
        response.writeHead(200, { 'content-length': '500', 'content-type': 'text/html' }).write('begun');
        setTimeout(() => response.destroy(), 20);
      },
      '/circle': leadTo('/circle'),
      '/nowhere': leadTo('http://[oops/'),
    });
    const reader = readerOf([site], { retriesMax: 1 });
    const codeOf = async (url: string) => (await reader.fetch(url)).error?.code;
    const gone = await reader.fetch(`${site.origin}/gone`);
    expect(gone).toMatchObject({ status: 410, error: { code: 'http_status' } });
    expect(textOf(gone)).toBe('<p>No longer here');
    expect(await codeOf(`${site.origin}/pdf`)).toBe('not_html');
    expect(await codeOf(`${site.origin}/large`)).toBe('too_large');
    expect(await codeOf(`${site.origin}/bomb`)).toBe('too_large');
    expect(await codeOf(`${site.origin}/wrong`)).toBe('unreadable');
    expect(await codeOf(`${site.origin}/cut`)).toBe('unreachable');
    expect(await codeOf(`${site.origin}/circle`)).toBe('too_many_redirects');
    expect(await codeOf(`${site.origin}/nowhere`)).toBe('url_refused');
    expect(await codeOf('not a url')).toBe('url_refused');
    for (const capture of reader.kept) expect(Capture.safeParse(capture).success, capture.url).toBe(true);
    await site.close();
    open.pop();
    expect(await codeOf(`${site.origin}/pdf`)).toBe('unreachable');
  });

  it('that never ends is left when its time is over', async () => {
    const timers: NodeJS.Timeout[] = [];
    const pages: Record<string, Page> = {
      '/silent': () => undefined,
      '/drip': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        timers.push(setInterval(() => response.write('a'), 50));
      },
      '/empty-members': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
        timers.push(setInterval(() => response.write(gzipSync('')), 20));
      },
      '/circle': leadTo('/silent'),
    };
    // Each on a site of its own, so that none waits for another's turn.
    const sites = await Promise.all(Object.keys(pages).map(() => siteOf(pages)));
    const reader = readerOf(sites, { pageSeconds: 1 });
    const captures = await Promise.all(
      Object.keys(pages).map((path, index) => reader.fetch(`${sites[index]?.origin}${path}`)),
    );
    for (const timer of timers) clearInterval(timer);
    expect(captures.map(({ error }) => error?.code)).toEqual(Array(4).fill('too_slow'));
  });

  it('is given up when the caller gives up, and not kept', async () => {
    const site = await siteOf({ '/silent': () => undefined });
    const reader = readerOf([site]);
    const giveUp = new AbortController();
    setTimeout(() => giveUp.abort(), 100);
    const capture = await reader.fetch(`${site.origin}/silent`, { signal: giveUp.signal });
    expect(capture.error?.code).toBe('cancelled');
    expect(reader.kept).toEqual([]);
  });
});

describe('a busy site', () => {
  it('is asked again after a while, as it asks for', async () => {
    let tries = 0;
    const site = await siteOf({
      '/': (_request, response) => {
        tries += 1;
        if (tries < 3) return void response.writeHead(503, { 'retry-after': '0' }).end();
        response.setHeader('content-type', 'text/html').end('<p>now');
      },
      '/later': (_request, response) => void response.writeHead(429, { 'retry-after': '3600' }).end(),
      '/never': (_request, response) => void response.writeHead(500).end(),
    });
    const reader = readerOf([site]);
    expect(await reader.fetch(site.origin)).toMatchObject({ status: 200, error: null });
    const later = await reader.fetch(`${site.origin}/later`);
    expect(later.error?.message).toContain('3600 seconds');
    expect(await reader.fetch(`${site.origin}/never`)).toMatchObject({ error: { code: 'http_status' } });
    const count = (path: string): number => site.asked.filter((each) => each === `GET ${path}`).length;
    expect([count('/'), count('/later'), count('/never')]).toEqual([3, 1, 3]);
  });
});

describe('robots.txt', () => {
  const fileOf =
    (text: string): Page =>
    (_request, response) =>
      void response.setHeader('content-type', 'text/plain').end(text);

  it('is kept to, asked for once, and its pace is ours', async () => {
    const site = await siteOf({
      '/robots.txt': fileOf('User-agent: Marginkeeper\nDisallow: /private\nCrawl-delay: 2\n'),
      '/': '<p>welcome',
      '/private/x': '<p>secret',
      '/way': leadTo('/private/x'),
    });
    const reader = readerOf([site], { jitterShare: 0, crawlDelayMaxMs: 20 });
    expect((await reader.fetch(`${site.origin}/`)).error).toBeNull();
    expect((await reader.fetch(`${site.origin}/private/x`)).error?.code).toBe('robots_disallowed');
    expect((await reader.fetch(`${site.origin}/way`)).error?.code).toBe('robots_disallowed');
    expect(site.asked).toEqual(['GET /robots.txt', 'GET /', 'GET /way']);
    expect(reader.turns.map(({ delayMs }) => delayMs)).toEqual([0, 20, 20]);
  });

  it.each([
    [404, null],
    [403, null],
    [500, 'robots_disallowed'],
    [503, 'robots_disallowed'],
    [429, 'robots_disallowed'],
  ])('with status %i means %s', async (status, code) => {
    const site = await siteOf({
      '/robots.txt': (_request, response) =>
        void response.writeHead(status).end('User-agent: *\nDisallow: /'),
      '/': '<p>welcome',
    });
    const reader = readerOf([site], { retriesMax: 0 });
    expect((await reader.fetch(site.origin)).error?.code ?? null).toBe(code);
  });

  it('is read up to its cap, and no further', async () => {
    const site = await siteOf({
      '/robots.txt': fileOf(`User-agent: *\nDisallow: /a\n${'#\n'.repeat(10_000)}Disallow: /b\n`),
      '/a': '<p>a',
      '/b': '<p>b',
    });
    const reader = readerOf([site], { robotsBytesMax: 10_000 });
    expect((await reader.fetch(`${site.origin}/a`)).error?.code).toBe('robots_disallowed');
    expect((await reader.fetch(`${site.origin}/b`)).error).toBeNull();
  });
});

describe('a host', () => {
  it('is asked one thing at a time, and given up on when its turn is too far away', async () => {
    let atOnce = 0;
    let most = 0;
    const site = await siteOf({
      '/': (_request, response) => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        setTimeout(() => {
          atOnce -= 1;
          response.setHeader('content-type', 'text/html').end('<p>hi');
        }, 10);
      },
    });
    const reader = readerOf([site]);
    await Promise.all(Array.from({ length: 8 }, (_, index) => reader.fetch(`${site.origin}/?${index}`)));
    expect(most).toBe(1);
    const busy = readerOf([site], {}, { lease: async () => null });
    expect((await busy.fetch(site.origin)).error?.code).toBe('host_busy');
  });
});
