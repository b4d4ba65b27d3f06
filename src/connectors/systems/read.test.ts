import { afterEach, describe, expect, it } from 'vitest';
import { startFakeAwin } from '../awin/testing/fake-awin.ts';
import { startFakeCj } from '../cj/testing/fake-cj.ts';
import type { FakeServer } from '../http/testing/fake-server.ts';
import { startFakeImpact } from '../impact/testing/fake-impact.ts';
import { startFakePartnerize } from '../partnerize/testing/fake-partnerize.ts';
import { startFakeRakuten } from '../rakuten/testing/fake-rakuten.ts';
import { startFakeRefersion } from '../refersion/testing/fake-refersion.ts';
import { NETWORK_SYSTEMS } from './read.ts';
import { NETWORK_WRITERS } from './write.ts';

const real = { nowMs: () => Date.now() };
const WORLDS: Readonly<
  Record<string, { start(): Promise<FakeServer>; credentials: Record<string, string>; urls: string[] }>
> = {
  awin: {
    start: () => startFakeAwin([], real),
    credentials: { advertiserId: '1001', token: 'token-of-awin' },
    urls: ['baseUrl'],
  },
  cj: {
    start: () => startFakeCj([], real),
    credentials: { companyId: '1', enterpriseId: '2', token: 'token-of-cj', currency: 'GBP' },
    urls: ['commissionsUrl', 'trackingUrl'],
  },
  impact: {
    start: () => startFakeImpact([], real),
    credentials: { accountSid: 'SID1', authToken: 'token-of-impact', campaignId: '1000' },
    urls: ['baseUrl'],
  },
  partnerize: {
    start: () => startFakePartnerize([], real),
    credentials: { applicationKey: 'app', userApiKey: 'key', campaignId: '10l176' },
    urls: ['baseUrl'],
  },
  rakuten: {
    start: () => startFakeRakuten([], real),
    credentials: { clientId: 'client', clientSecret: 'secret', siteId: '77' },
    urls: ['baseUrl'],
  },
  refersion: {
    start: () => startFakeRefersion([], real),
    credentials: { publicKey: 'public', secretKey: 'secret', listPath: '/conversions/list' },
    urls: ['baseUrl'],
  },
};

let server: FakeServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function connected(name: string, more: Record<string, unknown> = {}) {
  const world = WORLDS[name];
  const system = NETWORK_SYSTEMS.find((other) => other.name === name);
  if (!world || !system) throw new Error(`${name} has no world`);
  server = await world.start();
  const { baseUrl } = server;
  const urls = Object.fromEntries(world.urls.map((url) => [url, baseUrl]));
  return { system, server, given: { ...world.credentials, ...urls, ...more } };
}
const signal = () => AbortSignal.timeout(10_000);

describe.each(NETWORK_SYSTEMS.map(({ name }) => name))('the check of %s', (name) => {
  it('says of each operation that it works, and changes nothing', async () => {
    const { system, server: fake, given } = await connected(name);
    const checks = await system.check(system.credentials.parse(given), signal());
    expect(checks.map((check) => check.name)).toEqual(system.operations.map((operation) => operation.name));
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    for (const { message, claim } of checks) {
      expect(message).toMatch(/^[A-Z].*\.$/);
      expect(claim).toBe('documented');
    }
    expect('changes' in fake ? fake.changes : []).toEqual([]);
    expect(fake.exceeded).toEqual([]);
  });

  it('says in a sentence that wrong credentials are wrong, without showing them', async () => {
    const { system, given } = await connected(name);
    const secret = system.secrets[0] ?? '';
    const checks = await system.check(
      system.credentials.parse({ ...given, [secret]: 'wrong-word' }),
      signal(),
    );
    expect(checks.every(({ ok }) => !ok)).toBe(true);
    expect(checks[0]?.message).toContain('does not accept these credentials');
    expect(JSON.stringify(checks)).not.toContain('wrong-word');
  });

  it('says in a sentence that nobody answers', async () => {
    const { system, given } = await connected(name);
    const urls = Object.fromEntries((WORLDS[name]?.urls ?? []).map((url) => [url, 'http://127.0.0.1:1']));
    const checks = await system.check(system.credentials.parse({ ...given, ...urls }), signal());
    expect(checks[0]).toMatchObject({
      ok: false,
      message: expect.stringMatching(/No connection|left alone/),
    });
  });

  it('takes no address without TLS but this machine’s, and no field it does not know', async () => {
    const { system, given } = await connected(name);
    const url = WORLDS[name]?.urls[0] ?? '';
    expect(system.credentials.safeParse({ ...given, [url]: 'http://api.example.com' }).success).toBe(false);
    expect(system.credentials.safeParse({ ...given, [url]: 'https://u:p@api.example.com' }).success).toBe(
      false,
    );
    expect(system.credentials.safeParse({ ...given, colour: 'red' }).success).toBe(false);
    for (const secret of system.secrets) expect(Object.keys(given)).toContain(secret);
  });
});

describe('the check of refersion', () => {
  it('says how conversions arrive when no list of them is known', async () => {
    const { system, given } = await connected('refersion', { listPath: null });
    const checks = await system.check(system.credentials.parse(given), signal());
    expect(checks.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(checks[1]?.message).toContain('set up its webhook, or import its files');
  });
});

describe('the writers', () => {
  it('are those of the systems that say they write', () => {
    const writing = NETWORK_SYSTEMS.filter(({ operations }) =>
      operations.some(({ name }) => name === 'corrections.write'),
    );
    expect(Object.keys(NETWORK_WRITERS)).toEqual(writing.map(({ name }) => name));
  });

  it('open with the credentials of their system, and with no others', async () => {
    for (const [name, open] of Object.entries(NETWORK_WRITERS)) {
      const { given } = await connected(name);
      expect(open(given).network).toBe(name);
      expect(() => open({})).toThrow();
      await server?.close();
      server = null;
    }
  });
});
