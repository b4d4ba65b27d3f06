import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openPageAuditor } from '../../composition/open-page-auditor.ts';
import { leadTo, type Page, type Site, startSite } from '../../connectors/web/testing/site-farm.ts';
import { testReader } from '../../connectors/web/testing/test-reader.ts';
import { DEFAULT_POLICY } from '../../domain/policies.ts';
import type { Evidence } from '../../domain/proposals/evidence.ts';
import type { Vetting } from '../../domain/vetting/vetting-result.ts';
import { createVettingWorld, goodAccount, type VettingWorld } from './testing/vetting-world.ts';

/** Local sites over real HTTP, the real fence, reader and auditor. */
const sites: Record<string, Site> = {};
let world: VettingWorld;
let opened: number;

const DAY = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString();
const words = (about: string): string =>
  Array.from(
    { length: 12 },
    (_, at) =>
      `<p>Step ${at + 1}. I tested ${about} for three weeks at home, measured ${20 + at} cm and ${300 + at} g, and wrote down what went wrong and how I mended it, so that you need not.</p>`,
  ).join('');
const article = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="${daysAgo(5)}"></head><body><header><nav><a href="/">Home</a></nav></header><main><article><h1>${title}</h1>${body}</article></main></body></html>`;
const home =
  '<!doctype html><html lang="en"><head><title>Maya writes</title><link rel="alternate" type="application/rss+xml" href="/feed"></head><body><main><h1>Maya writes</h1><p>Notes from a small house in Leeds, about tables, tea and what I mend on Sundays. Every week one long post.</p></main></body></html>';
const feed =
  (...paths: string[]): Page =>
  (request, response) =>
    void response
      .setHeader('content-type', 'application/rss+xml')
      .end(
        `<rss version="2.0"><channel><title>M</title>${paths.map((path, at) => `<item><title>Post ${at}</title><link>http://${request.headers.host}${path}</link><pubDate>${new Date(Date.now() - (at + 5) * DAY).toUTCString()}</pubDate></item>`).join('')}</channel></rss>`,
      );
const PAID = Array.from(
  { length: 3 },
  (_, at) =>
    `<p>Buy the <a href="https://www.awin1.com/cread.php?awinmid=${100 + at}&awinaffid=77&ued=https%3A%2F%2Fshop.test%2Fmug">blue mug ${at}</a> here.</p>`,
).join('');

beforeAll(async () => {
  world = await createVettingWorld();
  sites.honest = await startSite({
    '/': home,
    '/feed': feed('/mend-a-shelf', '/table', '/old'),
    '/mend-a-shelf': article(
      'How to mend a shelf',
      `<p>This post contains affiliate links: I may earn a commission if you buy.</p>${words('shelves')}${PAID}`,
    ),
    '/table': article('How I laid a table', words('tables')),
  });
  sites.silent = await startSite({
    '/': home,
    '/feed': feed('/mugs'),
    '/mugs': article('The mugs I use', `${words('mugs')}${PAID}`),
  });
  sites.closed = await startSite({
    '/robots.txt': (_request, response) => void response.end('User-agent: *\nDisallow: /'),
    '/': home,
  });
  sites.huge = await startSite({
    '/': (_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<p>${'a'.repeat(200_000)}</p>`);
    },
  });
  sites.empty = await startSite({});
  sites.broken = await startSite({
    '/': home,
    '/feed': feed('/picture', '/cut'),
    '/picture': (_request, response) => void response.setHeader('content-type', 'image/png').end('png'),
    '/cut': (request) => void request.socket.destroy(),
  });
  sites.leading = await startSite({ '/': leadTo(`http://localhost:${sites.honest.port}/`) });
});
beforeEach(() => {
  opened = 0;
});
afterAll(async () => {
  for (const site of Object.values(sites)) await site.close();
  await world.database.drop();
});

const process = (readSites = true, more: Partial<typeof DEFAULT_POLICY.vetting> = {}, ourNumber?: string) =>
  world.process({
    policy: { ...DEFAULT_POLICY, vetting: { ...DEFAULT_POLICY.vetting, readSites, ...more } },
    openWeb: () => {
      opened += 1;
      const all = Object.values(sites);
      const alias = { ...all[0], host: `localhost:${sites.honest?.port}` } as Site;
      return testReader([...all, alias], { bytesMax: 100_000, pageSeconds: 5, retriesMax: 0 });
    },
    openAuditor: () => openPageAuditor(1),
    ours: ourNumber === undefined ? null : { hosts: [], merchantIds: { awin: [ourNumber] } },
  });
const blog = (id: string, site: Site | undefined, more: Record<string, unknown> = {}) =>
  goodAccount(id, { platform: 'blog', handle: `${id} writes`, url: `${site?.origin}/`, ...more });
const vettingOf = async (id: string) => (await world.application(id))?.vetting as Vetting;
const evidenceOf = async (id: string): Promise<readonly Evidence[]> =>
  (await world.proposals(id)).at(-1)?.evidence ?? [];
const notesOf = async (id: string) =>
  Object.fromEntries(
    (await evidenceOf(id)).flatMap((item) => (item.type === 'note' ? [[item.title, item.text]] : [])),
  );

it('audits the start page and the two newest posts of a site, and shows them on the card', async () => {
  await world.database.pools.app.query(
    "insert into partner (partner_id, name, website) values ('P-9', 'Maya', 'http://www.127.0.0.1/blog')",
  );
  await world.receive(blog('honest', sites.honest, { monthly_visits: '40k' }));
  await world.run(process());
  const vetting = await vettingOf('honest');
  expect(vetting).toMatchObject({
    decision: 'accept',
    flags: [],
    site: { state: 'read', isApplicant: true, pages: 3, activity: 'active', disclosure: 'found' },
  });
  expect(vetting.site?.problemSolving).toBeGreaterThan(0.3);
  const notes = await notesOf('honest');
  expect(notes['Site, newest post 1']).toMatch(
    /mend-a-shelf.*paid links: awin 3; disclosure: affiliate, (?:at the top|within)/,
  );
  expect(notes['Site, newest post 2']).toContain('no paid links');
  expect(notes['Traffic hints']).toContain('no measurement');
  expect(notes['Traffic hints']).toContain('unchecked: 40,000 visits a month');
  expect(notes['Traffic hints']).toContain('partner P-9 (active): 0 clicks');
  expect(sites.honest?.asked).not.toContain('GET /old');
});

it('shows which links are ours and how pages fit the brand, and decides nothing by it', async () => {
  const brandText = 'Handmade mugs, plates and small tables for people who like their homes calm.';
  await world.receive(blog('beside', sites.honest));
  await world.run(process(true, { brandText, brandNames: ['Blue mug'] }, '101'));
  await world.receive(blog('unlike', sites.honest));
  const unlike = { brandText: 'Software that audits the taxes of dentists.', brandNames: ['Blue mug'] };
  await world.run(process(true, unlike, '101'));
  expect((await notesOf('beside'))['Site, newest post 1']).toContain('awin 3 (1 of them ours)');
  const alignment = (await notesOf('beside'))['Brand alignment of its pages'];
  expect(alignment).toMatch(/^Start page: 0\.\d\d .+not named\)\. Newest post 1: .+named 3 times/);
  expect(alignment).toContain('it decides nothing');
  expect((await notesOf('unlike'))['Brand alignment of its pages']).not.toBe(alignment);
  const { decision, score, flags, confidence } = await vettingOf('beside');
  expect(await vettingOf('unlike')).toMatchObject({ decision, score, flags, confidence });
  expect(await notesOf('honest')).not.toHaveProperty('Brand alignment of its pages');
});

it('asks for a person’s eye where paid links are certain and nothing says so', async () => {
  await world.receive(blog('silent', sites.silent));
  await world.run(process());
  expect(await vettingOf('silent')).toMatchObject({
    decision: 'review',
    flags: ['undisclosed_ads'],
    site: { disclosure: 'missing' },
  });
});

it('never accepts in silence a site that vanished, is huge, forbids reading or leads away', async () => {
  for (const id of ['closed', 'huge', 'empty', 'leading', 'broken']) await world.receive(blog(id, sites[id]));
  await world.receive(blog('nowhere', undefined, { url: 'http://127.0.0.1:9/' }));
  await world.receive(goodAccount('account', { website: `${sites.empty?.origin}/blog` }));
  await world.run(process());
  expect(await vettingOf('empty')).toMatchObject({ decision: 'review', flags: ['unreachable'] });
  expect(await vettingOf('huge')).toMatchObject({ decision: 'review', flags: ['unreachable'] });
  expect(await vettingOf('nowhere')).toMatchObject({ decision: 'review', flags: ['unreachable'] });
  expect(await vettingOf('leading')).toMatchObject({
    decision: 'review',
    flags: ['identity_verification_needed'],
  });
  expect((await notesOf('leading')).Site).toContain('leads to http://localhost');
  expect(await vettingOf('closed')).toMatchObject({ decision: 'accept', site: { state: 'forbidden' } });
  expect(sites.closed?.asked).toEqual(['GET /robots.txt']);
  expect(await vettingOf('account')).toMatchObject({ flags: [], site: { state: 'gone' } });
  expect(await vettingOf('broken')).toMatchObject({ flags: [], site: { state: 'read', pages: 1 } });
  for (const id of ['closed', 'account']) {
    expect((await vettingOf(id)).reasons.join(' ')).toContain('Its site was not');
    expect((await world.proposals(id))[0]).toMatchObject({ effect: { automatic: false } });
  }
  expect((await vettingOf('broken')).reasons.join(' ')).toContain('could not be read');
});

it('reads nothing by default, opens nothing without a site, and reads a site that several name once', async () => {
  await world.receive(blog('unread', sites.honest));
  await world.run(process(false));
  expect(await vettingOf('unread')).toMatchObject({ site: null });
  await world.receive(goodAccount('plain'));
  await world.run(process());
  expect(opened).toBe(0);
  if (sites.silent) sites.silent.asked.length = 0;
  for (const id of ['one', 'two']) await world.receive(blog(id, sites.silent));
  await world.receive(blog('late', sites.honest));
  await world.run(process(true, { sitesPerRun: 1 }));
  expect(sites.silent?.asked.filter((each) => each === 'GET /mugs')).toHaveLength(1);
  expect((await vettingOf('two')).site).toMatchObject({ state: 'read' });
  expect((await vettingOf('late')).site).toMatchObject({ state: 'unread' });
  expect((await notesOf('late')).Site).toContain('more sites than one run reads');
});
