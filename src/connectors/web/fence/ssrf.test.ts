import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { isIP } from 'node:net';
import { Agent } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { WEB_POLICY_DEFAULTS } from '../../../domain/web/web-policy.ts';
import { startFilteringProxy } from '../browser/filtering-proxy.ts';
import { leadTo, type Site, startSite } from '../testing/site-farm.ts';
import { testReader } from '../testing/test-reader.ts';
import { type Connects, watchConnects } from '../testing/watch-connects.ts';
import { createFence } from './fence.ts';
import { fencedConnector } from './fenced-connector.ts';
import { refusedAddress } from './refused-address.ts';

const urls = readFileSync(new URL('../fixtures/ssrf-urls.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '');
/** Resolves to something public: only there is a connection right. */
const PUBLIC = '93.184.215.14';

let connects: Connects | null = null;
const sites: Site[] = [];
afterEach(async () => {
  connects?.stop();
  connects = null;
  for (const site of sites.splice(0)) await site.close();
});
const siteOf = async (...given: Parameters<typeof startSite>): Promise<Site> => {
  const site = await startSite(given[0]);
  sites.push(site);
  return site;
};
const privateOf = (dialled: readonly string[]): string[] =>
  dialled.filter((target) => refusedAddress(target.slice(0, target.lastIndexOf(':'))) !== null);

describe('the fence', () => {
  it('holds against every URL of the list, whatever its names resolve to', async () => {
    expect(urls.length).toBe(749);
    for (const [answer, isPublic] of [
      ['127.0.0.1', false],
      ['::ffff:169.254.169.254', false],
      [PUBLIC, true],
    ] as const) {
      connects = watchConnects();
      const reader = testReader([], { retriesMax: 0 }, { resolve: async () => [answer], captures: null });
      for (const url of urls) {
        const { error, bytes } = await reader.fetch(url, { browser: 'never' });
        expect(error, url).not.toBeNull();
        expect(bytes.length).toBe(0);
      }
      expect(privateOf(connects.dialled)).toEqual([]);
      // With an honest answer the names on the list are dialled: the watch sees what it should.
      expect(connects.dialled.length > 0).toBe(isPublic);
      for (const target of connects.dialled)
        expect(isIP(target.slice(0, target.lastIndexOf(':')))).not.toBe(0);
      connects.stop();
      await reader.close();
    }
  });

  it('holds in the browser’s proxy as well', async () => {
    const fence = createFence(new Set(), async () => ['10.0.0.5']);
    const agent = new Agent({ connect: fencedConnector(fence, 1_000) });
    const proxy = await startFilteringProxy({
      fence,
      agent,
      policy: { ...WEB_POLICY_DEFAULTS, browserRequestsMax: 10_000 },
    });
    const port = Number(new URL(proxy.url).port);
    connects = watchConnects([port]);
    const answers: number[] = [];
    for (const path of urls.filter((url) => /^[ -~]+$/.test(url) && !url.includes(' '))) {
      answers.push(await through(port, 'GET', path));
      const authority = URL.canParse(path) ? new URL(path).host : '';
      if (authority !== '') answers.push(await through(port, 'CONNECT', `${authority}:443`));
    }
    expect(answers.length).toBeGreaterThan(1_000);
    expect(answers.every((status) => status >= 400)).toBe(true);
    expect(connects.dialled).toEqual([]);
    await proxy.close();
    await agent.destroy();
  });

  it('lets the browser’s proxy through to what is open', async () => {
    const site = await siteOf({ '/': 'open' });
    const fence = createFence(new Set([site.host]));
    const agent = new Agent({ connect: fencedConnector(fence, 1_000) });
    const proxy = await startFilteringProxy({ fence, agent, policy: WEB_POLICY_DEFAULTS });
    const port = Number(new URL(proxy.url).port);
    expect(await through(port, 'GET', `${site.origin}/`)).toBe(200);
    expect(await through(port, 'CONNECT', site.host)).toBe(200);
    expect(await through(port, 'DELETE', `${site.origin}/`)).toBe(502);
    expect(site.asked).toEqual(['GET /']);
    await proxy.close();
    await agent.destroy();
  });

  it('checks where a redirect leads, and leaves after three', async () => {
    const canary = await siteOf({ '/': 'secret' });
    const to = [
      'http://169.254.169.254/latest/meta-data/',
      canary.origin,
      `http://localhost:${canary.port}/`,
    ];
    const more = [
      'http://[::ffff:7f00:1]/',
      'http://2130706433/',
      '//127.1/',
      'file:///etc/passwd',
      'http://u:p@x.test/',
    ];
    for (const location of [...to, ...more]) {
      const site = await siteOf({ '/': leadTo(location) });
      const reader = testReader([site], {}, { resolve: async () => ['127.0.0.1'] });
      const { error, redirects } = await reader.fetch(site.origin);
      expect(['blocked_address', 'url_refused'], location).toContain(error?.code);
      expect(redirects.length).toBe(1);
      await reader.close();
    }
    expect(canary.asked).toEqual([]);
    const chain = await siteOf({
      '/1': leadTo('/2'),
      '/2': leadTo('/3'),
      '/3': leadTo('/4'),
      '/4': 'three are fine',
      '/0': leadTo('/1'),
    });
    const reader = testReader([chain]);
    expect(await reader.fetch(`${chain.origin}/1`)).toMatchObject({
      error: null,
      finalUrl: `${chain.origin}/4`,
    });
    const tooLong = await reader.fetch(`${chain.origin}/0`);
    expect(tooLong.error?.code).toBe('too_many_redirects');
    expect(tooLong.redirects.length).toBe(4);
    await reader.close();
  });

  it('dials the address that it checked, though the name leads elsewhere a moment later', async () => {
    const answers = [[PUBLIC], ['127.0.0.1']];
    let asked = 0;
    connects = watchConnects();
    const reader = testReader(
      [],
      { retriesMax: 0 },
      {
        resolve: async () => answers[Math.min(asked++, 1)] ?? [],
        robots: {
          read: async () => ({ rule: 'allow', text: '', reason: '', readAt: new Date() }),
          keep: async () => undefined,
        },
      },
    );
    await reader.fetch('http://rebind.attacker.test/');
    expect(asked).toBe(1);
    const second = await reader.fetch('http://rebind.attacker.test/');
    expect(second.error?.code).toBe('blocked_address');
    expect(connects.dialled).toEqual([`${PUBLIC}:80`]);
    await reader.close();
  });

  it('dials only the public ones of a name that leads to both', async () => {
    connects = watchConnects();
    const reader = testReader([], { retriesMax: 0 }, { resolve: async () => ['10.0.0.1', PUBLIC, '::1'] });
    await reader.fetch('http://both.attacker.test/');
    expect(new Set(connects.dialled)).toEqual(new Set([`${PUBLIC}:80`]));
    await reader.close();
  });

  it('opens what is allowed under that name and port alone', async () => {
    const site = await siteOf({ '/': 'open' });
    const reader = testReader([site], {}, { resolve: async () => ['127.0.0.1'] });
    expect((await reader.fetch(site.origin)).error).toBeNull();
    const others = [
      `localhost:${site.port}`,
      `127.1:${site.port}`,
      `[::ffff:127.0.0.1]:${site.port}`,
      '127.0.0.1',
      `x.test:${site.port}`,
    ];
    for (const other of others)
      expect(['blocked_address', 'url_refused'], other).toContain(
        (await reader.fetch(`http://${other}/`)).error?.code,
      );
    await reader.close();
  });
});

/** One request to the proxy; the status of its answer, or 599 when it cut the connection. */
function through(port: number, method: string, path: string): Promise<number> {
  return new Promise((settle) => {
    const asking = request({ host: '127.0.0.1', port, method, path, agent: false });
    asking.on('response', (response) => {
      response.resume();
      settle(response.statusCode ?? 0);
    });
    asking.on('connect', (response, socket) => {
      socket.destroy();
      settle(response.statusCode ?? 0);
    });
    asking.on('error', () => settle(599));
    asking.end();
  });
}
