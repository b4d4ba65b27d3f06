import { afterEach, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './testing/open-door.ts';

let door: OpenDoor;
afterEach(() => door.close());

const config = (rateLimitPerMinute: number) => ({
  allowedHosts: [],
  rateLimitPerMinute,
  metrics: 'public' as const,
});
const statuses = async (times: number, path: string, headers: Record<string, string> = {}) => {
  const answers: Response[] = [];
  for (let index = 0; index < times; index += 1) answers.push(await fetch(`${door.url}${path}`, { headers }));
  return answers.map((answer) => answer.status);
};

describe('the rate limit', () => {
  it('counts each token, each person and each address without one for itself', async () => {
    door = await openDoor({ config: config(5) });
    const ann = { authorization: `Bearer ${await door.token('Ann', 'viewer')}` };
    const bob = { authorization: `Bearer ${await door.token('Bob', 'viewer')}` };
    expect(await statuses(6, '/api/policy', ann)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await statuses(5, '/api/policy', bob)).toEqual([200, 200, 200, 200, 200]);
    expect(await statuses(6, '/openapi.json')).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await statuses(1, '/openapi.json', { 'x-forwarded-for': '9.9.9.9' }), 'a claimed address').toEqual(
      [429],
    );
  });

  it('counts a session by its person, whatever address it comes from', async () => {
    door = await openDoor({ config: config(4) });
    const { cookie } = await door.signIn('Ann', 'viewer');
    // Asking for the session's CSRF token was the first.
    expect(await statuses(4, '/api/policy', { cookie })).toEqual([200, 200, 200, 429]);
  });

  it('counts guessed tokens by address', async () => {
    door = await openDoor({ config: config(3) });
    const wrong = () => ({ authorization: `Bearer mk_${Math.random().toString(36).padEnd(43, 'x')}` });
    const seen: number[] = [];
    for (let index = 0; index < 4; index += 1) seen.push(...(await statuses(1, '/api/policy', wrong())));
    expect(seen).toEqual([401, 401, 401, 429]);
  });

  it('says when to come back', async () => {
    door = await openDoor({ config: config(1) });
    await statuses(1, '/openapi.json');
    const answer = await fetch(`${door.url}/openapi.json`);
    expect(answer.status).toBe(429);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const waitSeconds = Number(answer.headers.get('retry-after'));
    expect(waitSeconds).toBeGreaterThanOrEqual(1);
    expect(waitSeconds).toBeLessThanOrEqual(60);
    expect(await answer.json()).toMatchObject({ code: 'rate_limited', retryAfterSeconds: waitSeconds });
  });

  it('leaves health and the page alone', async () => {
    door = await openDoor({ config: config(1) });
    await statuses(2, '/openapi.json');
    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect(await statuses(3, path), path).toEqual([200, 200, 200]);
    expect(await statuses(3, '/partners')).toEqual([503, 503, 503]);
    expect(await statuses(3, '/assets/app.js')).toEqual([404, 404, 404]);
  });
});
