import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../domain/http/problem.ts';
import { JSON_BYTES_MAX } from './requests/read-json.ts';
import { type OpenDoor, openDoor } from './testing/open-door.ts';
import { putProposal } from './testing/put-proposal.ts';
import { getRaw, sendRaw } from './testing/send-raw.ts';

const HASH = 'a'.repeat(64);
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

let door: OpenDoor;
let bearer: Record<string, string>;
beforeAll(async () => {
  door = await openDoor();
  bearer = { authorization: `Bearer ${await door.token('Ann', 'admin')}` };
});
afterAll(() => door.close());

const get = (path: string) => fetch(`${door.url}${path}`, { headers: bearer });
const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${door.url}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...bearer, ...headers },
  });
const problem = async (answer: Response) => (await answer.json()) as Problem;
const decision = (bytes: number) => {
  const text = JSON.stringify({ decision: 'reject', shownHash: HASH, comment: '' });
  return text.replace('""', JSON.stringify('c'.repeat(bytes - text.length)));
};

describe('a body', () => {
  it('of exactly 100 kB is read, and one byte more is 413', async () => {
    const path = `/api/proposals/${UNKNOWN}/decision`;
    // Too long a comment, but read.
    expect((await post(path, decision(JSON_BYTES_MAX))).status).toBe(400);
    const answer = await post(path, decision(JSON_BYTES_MAX + 1));
    expect(answer.status).toBe(413);
    expect(await problem(answer)).toMatchObject({ code: 'body_too_large', bytesMax: 100_000 });
  });

  it('of unknown length is cut off at the same size', async () => {
    const chunk = 'x'.repeat(50_000);
    const text =
      `POST /api/pause HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${bearer.authorization}\r\n` +
      'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n' +
      `c350\r\n${chunk}\r\n`.repeat(3) +
      '0\r\n\r\n';
    expect(await sendRaw(door.url, text)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it.each([
    ['cut off', '{"decision": ', 400],
    ['a bare word', '"approve"', 400],
    ['a list', '[]', 400],
    ['empty', '', 400],
    ['with a field too many', JSON.stringify({ decision: 'reject', shownHash: HASH, extra: 1 }), 400],
    ['with an unknown decision', JSON.stringify({ decision: 'execute', shownHash: HASH }), 400],
    ['with a hash that is none', JSON.stringify({ decision: 'reject', shownHash: 'A'.repeat(64) }), 400],
    ['with U+0000', JSON.stringify({ decision: 'reject', shownHash: HASH, comment: 'a\0b' }), 400],
    ['with half a surrogate pair', `{"decision":"reject","shownHash":"${HASH}","comment":"\\ud83d"}`, 400],
    ['with a prototype', `{"decision":"reject","shownHash":"${HASH}","__proto__":{"role":"admin"}}`, 400],
    [
      'with a comment of 4,001 characters',
      JSON.stringify({ decision: 'reject', shownHash: HASH, comment: 'c'.repeat(4_001) }),
      400,
    ],
  ])('%s is refused as a problem', async (_what, body, status) => {
    const answer = await post(`/api/proposals/${UNKNOWN}/decision`, body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const { detail, code, requestId } = await problem(answer);
    expect(code).toMatch(/^(?:input_invalid|body_unreadable)$/);
    expect(detail).toMatch(/\.$/);
    expect(requestId).toBe(answer.headers.get('x-request-id'));
  });

  it('of another kind, in another charset or compressed is 415', async () => {
    const path = `/api/proposals/${UNKNOWN}/decision`;
    for (const headers of [
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'application/json; charset=iso-8859-1' },
      { 'content-encoding': 'gzip' },
    ]) {
      expect((await post(path, '{}', headers)).status, JSON.stringify(headers)).toBe(415);
    }
  });

  it('holds strange but whole text unharmed', async () => {
    const comment =
      "Zoë 李 🏴‍☠️ \u202eright to left\u202c <script>alert(1)</script> ' or 1=1 -- {{7*7}} \u200b\ufeff";
    const id = await putProposal(door.database.pools.app);
    const shown = (await (await get(`/api/proposals/${id}`)).json()) as { shownHash: string };
    const body = JSON.stringify({ decision: 'reject', shownHash: shown.shownHash, comment });
    expect((await post(`/api/proposals/${id}/decision`, body)).status).toBe(200);
    const after = (await (await get(`/api/proposals/${id}`)).json()) as { decisions: { comment: string }[] };
    expect(after.decisions.map((each) => each.comment)).toEqual([comment]);
  });
});

describe('an address', () => {
  it.each([
    ['/api/proposals/17', 404, 'route_unknown'],
    ['/api/proposals/%00', 404, 'route_unknown'],
    ['/api/proposals/%E0%A4%A', 400, 'input_invalid'],
    [`/api/proposals/${UNKNOWN}`, 404, 'proposal_unknown'],
    [`/api/proposals/${UNKNOWN}/lines`, 404, 'proposal_unknown'],
    [`/api/runs/${UNKNOWN}`, 404, 'run_unknown'],
    ['/api/runs/1', 404, 'route_unknown'],
    ['/api/partners/nobody', 404, 'partner_unknown'],
    ['/api/partners/%00', 404, 'route_unknown'],
    ['/api/nothing', 404, 'route_unknown'],
    ['/nothing', 404, 'route_unknown'],
    ['/api/proposals?cursor=nonsense', 400, 'input_invalid'],
    ['/api/proposals?cursor=1.------------------------------------', 400, 'input_invalid'],
    [`/api/proposals/${UNKNOWN}/lines?cursor=WyJhIiwiXHUwMDAwIl0`, 400, 'input_invalid'],
    ['/api/runs?cursor=%27%3B--', 400, 'input_invalid'],
    ['/api/deliveries?cursor=0', 400, 'input_invalid'],
    ['/api/partners?cursor=e30', 400, 'input_invalid'],
    ['/api/fraud?limit=0', 400, 'input_invalid'],
    ['/api/audit?cursor=x', 400, 'input_invalid'],
    ['/api/proposals?status=nonsense', 400, 'input_invalid'],
    ['/api/proposals?status=pending&status=approved', 400, 'input_invalid'],
    ['/api/proposals?limit=201', 400, 'input_invalid'],
    ['/api/proposals?limit=1e9', 400, 'input_invalid'],
    ['/api/proposals?stauts=pending', 400, 'input_invalid'],
    ['/api/partners?q=%00', 400, 'input_invalid'],
    [`/api/status?access_token=mk_${'a'.repeat(43)}`, 400, 'token_in_url'],
    [`/api/status?x=mk_${'a'.repeat(43)}`, 400, 'token_in_url'],
  ])('%s is %i %s', async (path, status, code) => {
    const answer = await get(path);
    const body = await problem(answer);
    expect(body).toMatchObject({ status, code, type: `urn:marginkeeper:problem:${code}` });
    expect(answer.status).toBe(status);
    expect(JSON.stringify(body)).not.toMatch(/\\n\s+at |node_modules|\.ts:/);
  });

  it('asked with a method it does not have names those it has', async () => {
    for (const [method, path, allow] of [
      ['DELETE', '/api/proposals', 'GET, HEAD'],
      ['PUT', `/api/proposals/${UNKNOWN}/decision`, 'POST'],
      ['GET', `/api/proposals/${UNKNOWN}/decision`, 'POST'],
      ['HEAD', '/events', 'GET'],
      ['POST', '/', 'GET, HEAD'],
      ['OPTIONS', '/api/status', 'GET, HEAD'],
    ] as const) {
      const answer = await fetch(`${door.url}${path}`, { method, headers: bearer });
      expect([answer.status, answer.headers.get('allow')], `${method} ${path}`).toEqual([405, allow]);
    }
  });

  it('of another name than ours is refused, so that a rebound name reaches nothing', async () => {
    for (const host of [
      'evil.example',
      'evil.example:80',
      '127.0.0.1.evil.example',
      'localhost.evil.example',
      '',
    ]) {
      expect((await getRaw(door.url, '/api/session', host)).status, host).toBe(421);
    }
    for (const host of [
      'localhost',
      'LOCALHOST:3000',
      '127.0.0.1:1',
      '[::1]:3000',
      '192.168.0.7',
      'app.localhost',
    ]) {
      expect((await getRaw(door.url, '/api/session', host)).status, host).toBe(200);
    }
    expect((await getRaw(door.url, '/healthz', 'probe.internal')).status).toBe(200);
  });
});
