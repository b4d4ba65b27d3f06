import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../domain/policies.ts';
import { type OpenDoor, openDoor } from './testing/open-door.ts';

let clock = new Date('2026-11-20T09:00:00Z').getTime();
const policy = { ...DEFAULT_POLICY, apply: { ...DEFAULT_POLICY.apply, perSenderPerDay: 3 } };
let door: OpenDoor;

beforeAll(async () => {
  door = await openDoor({ policy, now: () => new Date(clock) });
});
beforeEach(async () => {
  clock += 3 * 86_400_000;
  await door.database.pools.app.query('truncate application, application_consent, application_form');
});
afterAll(() => door.close());

const FILLED = {
  name: 'Maya Holt',
  email: 'Maya@Example.com',
  platform: 'instagram',
  handle: '@maya.home',
  url: 'https://instagram.com/maya.home',
  followers: '12,400',
  region: 'GB',
  about: 'Small tables <b>& tea</b>',
  pitch: 'My readers ask where the mugs are from.',
  consent: 'yes',
};
async function open(language = 'en'): Promise<{ html: string; token: string }> {
  const html = await (await fetch(`${door.url}/apply`, { headers: { 'accept-language': language } })).text();
  return { html, token: /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '' };
}
async function send(fields: Record<string, string>, { wait = 5_000, language = 'en' } = {}) {
  const { token } = await open();
  clock += wait;
  const answer = await fetch(`${door.url}/apply`, {
    method: 'POST',
    body: new URLSearchParams({ token, ...fields }),
    headers: { 'accept-language': language },
  });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}
const stored = async () =>
  (
    await door.database.pools.app.query(
      'select a.*, c.version, c.language, c.given_at from application a left join application_consent c using (application_id)',
    )
  ).rows;

describe('the application form', () => {
  it('is a page that needs no script, in the language that the browser asks for', async () => {
    expect((await open('de-AT, en;q=0.5')).html).toContain('<html lang="de">');
    expect((await open('xx, nl;q=0.4, fr;q=0.8')).html).toContain('<html lang="fr">');
    const { html } = await open('__proto__, zz');
    expect(html).toContain('<html lang="en">');
    expect(html).not.toContain('<script');
    for (const [, id] of html.matchAll(/<label for="([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
  });

  it('stores an application with the consent it was given under, for the next run to vet', async () => {
    expect(await send(FILLED, { language: 'it' })).toMatchObject({
      status: 200,
      text: expect.stringContaining('Grazie'),
    });
    expect(await stored()).toMatchObject([
      {
        source: 'form',
        status: 'new',
        email: 'maya@example.com',
        version: '2026-11',
        language: 'it',
        applicant: { handle: '@maya.home', claimed: { followers: 12_400 }, bio: 'Small tables <b>& tea</b>' },
      },
    ]);
  });

  it('makes one application of the same person and account, however often it is sent', async () => {
    await send(FILLED);
    await send({ ...FILLED, handle: 'Maya.Home', pitch: 'Another word on the mugs.' });
    expect(await stored()).toMatchObject([{ applicant: { pitch: 'Another word on the mugs.' } }]);
  });

  it('shows what to look at once more, with everything that was entered, as text', async () => {
    const { status, text } = await send({
      ...FILLED,
      email: 'no',
      followers: 'many',
      consent: '',
      name: '"><i>',
    });
    expect(status).toBe(422);
    expect(text).toContain('Enter an e-mail address');
    expect(text).toContain('Enter a whole number');
    expect(text).toContain('Without your consent');
    expect(text).toContain('value="&quot;&gt;&lt;i&gt;"');
    expect(text).toContain('Small tables &lt;b&gt;&amp; tea&lt;/b&gt;');
    expect(await stored()).toEqual([]);
  });

  it('asks who was too quick, too slow or brought no token of ours to send it again', async () => {
    expect((await send(FILLED, { wait: 300 })).status).toBe(422);
    expect((await send(FILLED, { wait: 25 * 3_600_000 })).status).toBe(422);
    expect((await send({ ...FILLED, token: `${clock}.${'A'.repeat(43)}` })).status).toBe(422);
    expect(await stored()).toEqual([]);
  });

  it('thanks whoever fills in what nobody sees, and keeps nothing', async () => {
    expect((await send({ ...FILLED, fax: 'x' })).status).toBe(200);
    expect(await stored()).toEqual([]);
  });

  it('takes so many a day from one sender and no more', async () => {
    for (let n = 0; n < 3; n += 1) await send({ ...FILLED, handle: `maya${n}` });
    const answer = await send({ ...FILLED, handle: 'maya9' });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('86400');
    expect(await stored()).toHaveLength(3);
  });

  it('takes a form of another kind or size for none', async () => {
    const post = (body: string, type: string) =>
      fetch(`${door.url}/apply`, { method: 'POST', body, headers: { 'content-type': type } });
    expect((await post('{}', 'application/json')).status).toBe(415);
    expect((await post(`pitch=${'x'.repeat(120_000)}`, 'application/x-www-form-urlencoded')).status).toBe(
      413,
    );
    expect((await post('junk', 'multipart/form-data; boundary=x')).status).toBe(400);
  });
});

it('does not exist where the policy switches it off', async () => {
  const closed = await openDoor({ policy: { ...policy, apply: { ...policy.apply, enabled: false } } });
  expect((await fetch(`${closed.url}/apply`)).status).toBe(404);
  await closed.close();
});
