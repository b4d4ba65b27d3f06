import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../domain/errors.ts';
import { leadTo, type Page, type Site, startSite } from './testing/site-farm.ts';
import { type TestReader, testReader } from './testing/test-reader.ts';

/** Knocked on when something goes past the fence. */
const canary: { knocks: number; port: number; close: () => void } = {
  knocks: 0,
  port: 0,
  close: () => undefined,
};
let site: Site;
let other: Site;
let reader: TestReader;
/** Waits for no page for long. */
let hasty: TestReader;

const html = (body: string): string =>
  `<!doctype html><html><head><title>Farm</title></head><body>${body}</body></html>`;
const app = (script: string): string => html(`<div id="root"></div><script>${script}</script>`);
const words = 'Nine honest words about what this garden chair does. '.repeat(60);
const pages: Record<string, Page> = {
  '/robots.txt': (_request, response) => void response.end('User-agent: *\nDisallow: /private'),
  '/app': app(
    `fetch('/api').then((r) => r.json()).then((all) => { root.innerHTML = all.map((c) => '<li>' + c + '</li>').join(''); })`,
  ),
  '/api': (_request, response) => void response.end(JSON.stringify(['SAVE20', 'WELCOME5'])),
  '/late': app(`setTimeout(() => { root.textContent = 'CODE LATE10 ' + navigator.userAgent; }, 900)`),
  '/reveal': html(
    `<p>${words}</p><button onclick="this.outerHTML = '<b>HIDDEN15</b>'">Show code</button>
     <button onclick="window.open('/popup'); location.href = '/away'; this.outerHTML = '<b>SECOND25</b>'">Reveal coupon</button>
     <a href="/out"><button onclick="this.outerHTML='<b>' + 'CLICK' + 'ED' + '</b>'">Show code</button></a><script>let x;</script>`,
  ),
  '/refresh': '<meta http-equiv="refresh" content="0;url=/landing"><p>One moment.',
  '/moved': app(`location.href = '/landing'`),
  '/moved-private': app(`root.textContent = 'still here'; location.href = '/private/x'`),
  '/landing': html(`<p>landed ${words}</p>`),
  '/private/x': html('secret'),
  '/away': html('away'),
  '/popup': html('popup'),
  '/out': html('out'),
  '/static': html(`<p>${words}</p><script>document.body.append('by script')</script>`),
  '/hang': app('for (;;);'),
  '/flood': app(
    `let n = 0; const go = () => { root.textContent = 'asked ' + n++; fetch('/api?' + n).finally(go); }; go();`,
  ),
  '/pictures': html(
    `<img src="/a.png"><div id="root"></div><script>root.textContent = 'with a picture'</script>`,
  ),
  '/sw.js': (_request, response) =>
    void response.setHeader('content-type', 'text/javascript').end('fetch("/from-worker")'),
  '/download': (_request, response) =>
    void response.setHeader('content-disposition', 'attachment; filename=x.exe').end('MZ'),
};

beforeAll(async () => {
  site = await startSite(pages);
  other = await startSite({
    '/': 'other',
    '/to-canary': (request, response) => {
      const page = leadTo(`http://127.0.0.1:${canary.port}/`);
      if (typeof page === 'function') page(request, response);
    },
  });
  const server = createServer((socket) => {
    canary.knocks += 1;
    socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  const address = server.address();
  canary.port = typeof address === 'object' && address !== null ? address.port : 0;
  canary.close = () => void server.close();
  pages['/escape'] = app(escapes(canary.port, other.origin));
  reader = testReader([site, other]);
  hasty = testReader([site], { browserSeconds: 2, browserRequestsMax: 60 });
});
afterAll(async () => {
  await reader.close();
  await hasty.close();
  await site.close();
  await other.close();
  canary.close();
});

const read = async (path: string, options: Parameters<TestReader['fetch']>[1] = {}, by = reader) => {
  const capture = await by.fetch(`${site.origin}${path}`, options);
  return { ...capture, text: new TextDecoder().decode(capture.bytes) };
};

/** Every way out of a page that its scripts could try, at a port that must stay silent. */
function escapes(port: number, elsewhere: string): string {
  const hosts = ['127.0.0.1', 'localhost', '[::1]', '2130706433', '0.0.0.0', '127.0.0.1.nip.io'];
  return `
    const tried = [];
    const attempt = (name, work) => tried.push(Promise.resolve().then(work).then(() => name + ' open', () => name + ' closed'));
    for (const host of ${JSON.stringify(hosts)}) {
      const url = 'http://' + host + ':${port}/';
      attempt('fetch', () => fetch(url, { mode: 'no-cors' }));
      attempt('ws', () => new Promise((ok, no) => { const s = new WebSocket(url.replace('http', 'ws')); s.onopen = ok; s.onerror = no; s.onclose = no; }));
      attempt('frame', () => { const f = document.createElement('iframe'); f.src = url; document.body.append(f); });
      attempt('image', () => { new Image().src = url; });
      attempt('beacon', () => navigator.sendBeacon(url, 'x'));
      attempt('script', () => { const s = document.createElement('script'); s.src = url; document.body.append(s); });
      attempt('link', () => { const l = document.createElement('link'); l.rel = 'prefetch'; l.href = url; document.head.append(l); });
      attempt('preconnect', () => { const l = document.createElement('link'); l.rel = 'preconnect'; l.href = url; document.head.append(l); });
      attempt('form', () => { const f = document.createElement('form'); f.action = url; f.method = 'post'; f.target = '_blank'; document.body.append(f); f.submit(); });
    }
    attempt('redirect', () => fetch('${elsewhere}/to-canary', { mode: 'no-cors' }));
    attempt('meta', () => fetch('http://169.254.169.254/latest/meta-data/', { mode: 'no-cors' }));
    attempt('worker', () => new Worker(URL.createObjectURL(new Blob(["fetch('http://127.0.0.1:${port}/')"]))));
    attempt('service worker', () => navigator.serviceWorker.register('/sw.js'));
    attempt('rtc', async () => { const c = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${port}' }] }); c.createDataChannel('x'); await c.setLocalDescription(await c.createOffer()); });
    attempt('frame rtc', async () => { const f = document.createElement('iframe'); document.body.append(f); new f.contentWindow.RTCPeerConnection(); });
    Promise.allSettled(tried).then((all) => { root.textContent = 'tried ' + all.length + ': ' + all.map((one) => one.value).join('; '); });`;
}

describe('a page that needs a browser', () => {
  it('is read in one, with the reason, and the site is not asked for it twice', async () => {
    const capture = await read('/app');
    expect(capture).toMatchObject({
      how: 'browser',
      charset: 'utf-8',
      status: 200,
      error: null,
      isPartial: false,
    });
    expect(capture.howReason).toContain('#root');
    expect(capture.text).toContain('<li>SAVE20</li>');
    expect(site.asked.filter((each) => each === 'GET /app')).toHaveLength(1);
    expect(reader.said).toContainEqual({
      facts: expect.objectContaining({ isBrowserUsed: true }),
      sentence: 'a page was read',
    });
  });

  it('is waited for, and introduced to as honestly', async () => {
    expect((await read('/late')).text).toContain('CODE LATE10 Mozilla/5.0 (compatible; Marginkeeper/test;');
  });

  it('has its codes shown, while no link is followed and no window opened', async () => {
    const { text, howReason } = await read('/reveal');
    expect(text).toContain('<b>HIDDEN15</b>');
    expect(text).toContain('<b>SECOND25</b>');
    expect(text).not.toContain('CLICKED');
    expect(howReason).toContain('2 controls were used');
    for (const path of ['/away', '/popup', '/out']) expect(site.asked).not.toContain(`GET ${path}`);
  });

  it('may lead on by script, but not where robots.txt forbids', async () => {
    const [moved, refreshed, stayed] = await Promise.all([
      read('/moved'),
      read('/refresh'),
      read('/moved-private'),
    ]);
    for (const each of [moved, refreshed])
      expect(each).toMatchObject({ finalUrl: `${site.origin}/landing`, error: null });
    expect(stayed.text).toContain('still here');
    expect(site.asked).not.toContain('GET /private/x');
  });

  it('gives what plain HTTP brought, marked as partial, when it keeps the browser busy; the next page is read', async () => {
    const hung = await read('/hang', {}, hasty);
    expect(hung).toMatchObject({ how: 'http', isPartial: true, error: null });
    expect((await read('/app', {}, hasty)).error).toBeNull();
  });

  it('has an allowance of requests', async () => {
    const before = site.asked.length;
    const flooded = await read('/flood', {}, hasty);
    expect(flooded.isPartial).toBe(true);
    expect(site.asked.length - before).toBeLessThan(70);
  });

  it('is photographed on demand, and loads its pictures only then', async () => {
    const plain = await read('/pictures');
    expect(plain.screenshot).toBeNull();
    expect(site.asked).not.toContain('GET /a.png');
    const { screenshot, how } = await read('/pictures', { screenshot: true });
    expect(how).toBe('browser');
    expect([...(screenshot ?? []).slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(site.asked).toContain('GET /a.png');
  });

  it('finds no way past the fence', async () => {
    const { text, howReason } = await read('/escape');
    expect(text).toMatch(/tried \d\d: /);
    expect(text).not.toMatch(/(?:ws|; worker|rtc) open/);
    expect(howReason).toMatch(/requests were refused/);
    expect(canary.knocks).toBe(0);
    expect(site.asked).not.toContain('GET /from-worker');
  });
});

describe('a page that needs none', () => {
  it('is left as it came, unless a browser is asked for', async () => {
    expect(await read('/static')).toMatchObject({ how: 'http', isPartial: false });
    expect((await read('/static', { browser: 'always' })).text).toContain('by script');
    expect(await read('/app', { browser: 'never' })).toMatchObject({ how: 'http', isPartial: true });
  });
});

describe('without a browser', () => {
  it('pages are read by plain HTTP and marked as partial', async () => {
    const poor = testReader(
      [site],
      {},
      { launch: () => Promise.reject(new Refusal('browser_missing', 'No browser starts here.')) },
    );
    const capture = await poor.fetch(`${site.origin}/app`);
    expect(capture).toMatchObject({ how: 'http', isPartial: true, error: null });
    expect(capture.howReason).toContain('No browser starts here');
    const wished = await poor.fetch(`${site.origin}/app`, { browser: 'always' });
    expect(wished.error?.code).toBe('browser_failed');
    await poor.close();
  });
});
