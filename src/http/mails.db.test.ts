import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSuppressed } from '../../db/queries/mail/is-suppressed.ts';
import { readUnsubscribeKey } from '../../db/queries/mail/read-unsubscribe-key.ts';
import type { Problem } from '../domain/http/problem.ts';
import type { MailDetail } from '../domain/inbox/mail-detail.ts';
import { unsubscribeToken } from '../domain/inbox/unsubscribe-token.ts';
import { mailText } from '../intake/mail/testing/mail-text.ts';
import { MAIL_BYTES_MAX } from './requests/read-body.ts';
import { type OpenDoor, openDoor } from './testing/open-door.ts';

let door: OpenDoor;
let bearer: Record<string, string>;
beforeAll(async () => {
  door = await openDoor();
  bearer = { authorization: `Bearer ${await door.token('Ann', 'approver')}` };
});
afterAll(() => door.close());

const get = async <Answer>(path: string) =>
  (await (await fetch(`${door.url}${path}`, { headers: bearer })).json()) as Answer;
const send = (body: Uint8Array<ArrayBuffer>, contentType = 'message/rfc822') =>
  fetch(`${door.url}/api/events/mail`, {
    method: 'POST',
    body,
    headers: { 'content-type': contentType, ...bearer },
  });
const mail = (...lines: string[]) =>
  Uint8Array.from(mailText('From: "Ann <b>" <ann@blog.test>', 'Message-ID: <1@blog>', ...lines));

describe('POST /api/events/mail', () => {
  it('stores a mail, says so, and says the second time that it is here', async () => {
    const answer = await send(mail('Subject: <script>', '', 'Hello <img src=x>'));
    expect(answer.status).toBe(202);
    const { mailId, state } = (await answer.json()) as { mailId: string; state: string };
    expect(state).toBe('inserted');
    const again = await send(mail('Subject: <script>', '', 'Hello <img src=x>'));
    expect(await again.json()).toEqual({ mailId, state: 'unchanged' });

    const shown = await get<MailDetail>(`/api/mails/${mailId}`);
    expect(shown).toMatchObject({
      subject: '<script>',
      text: 'Hello <img src=x>',
      source: 'http',
      status: 'new',
    });
    expect(shown.thread.map(({ id }) => id)).toEqual([mailId]);
    const list = await get<{ items: { id: string }[] }>('/api/mails?status=new');
    expect(list.items.map(({ id }) => id)).toEqual([mailId]);
    expect((await get<{ items: unknown[] }>('/api/mails?intent=phishing')).items).toEqual([]);
  });

  it('answers what it cannot read with a problem, and keeps it', async () => {
    const answer = await send(Uint8Array.from({ length: 10_000 }, (_none, at) => (at % 2 ? 1 : 200)));
    expect(answer.status).toBe(422);
    const problem = (await answer.json()) as Problem & { mailId: string };
    expect(problem).toMatchObject({ code: 'mail_unreadable', reason: 'mail_not_mail' });
    expect(await get<MailDetail>(`/api/mails/${problem.mailId}`)).toMatchObject({
      isReadable: false,
      status: 'needs_review',
      text: null,
    });
  });

  it('takes a mail as the file of a form', async () => {
    const form = new FormData();
    form.set('note', 'from the old mailbox');
    form.set('mail', new Blob([mail('Subject: by form', '', 'Hello by form')]), 'by-form.eml');
    const answer = await fetch(`${door.url}/api/events/mail`, {
      method: 'POST',
      body: form,
      headers: bearer,
    });
    expect(answer.status).toBe(202);
    const { mailId } = (await answer.json()) as { mailId: string };
    expect(await get<MailDetail>(`/api/mails/${mailId}`)).toMatchObject({ subject: 'by form' });
  });

  it('refuses a form without a file, with two, and a broken one', async () => {
    const form = new FormData();
    form.set('mail', 'no file');
    const two = new FormData();
    for (const name of ['a', 'b']) two.append('mail', new Blob([mail('', name)]), `${name}.eml`);
    for (const body of [form, two]) {
      const answer = await fetch(`${door.url}/api/events/mail`, { method: 'POST', body, headers: bearer });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: 'body_unreadable' });
    }
    const broken = await send(mail('', 'x'), 'multipart/form-data; boundary=none');
    expect(await broken.json()).toMatchObject({ code: 'body_unreadable' });
  });

  it.each([
    ['nothing', new Uint8Array(0), 'message/rfc822', 400, 'body_unreadable'],
    ['another kind', mail('', 'x'), 'application/json', 415, 'media_type_unsupported'],
    ['more than 50 MB', new Uint8Array(MAIL_BYTES_MAX + 1), 'message/rfc822', 413, 'body_too_large'],
  ])('refuses %s', async (_what, body, contentType, status, code) => {
    const answer = await send(body, contentType);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
  });

  it('takes a mail of exactly 50 MB', async () => {
    const head = mail('Content-Type: application/octet-stream', '', '');
    const body = new Uint8Array(MAIL_BYTES_MAX).fill(65);
    body.set(head);
    for (let at = head.length + 76; at < body.length; at += 77) body[at] = 10;
    expect((await send(body)).status).toBe(202);
  });

  it('knows no mail that is not there', async () => {
    expect(await get<Problem>(`/api/mails/${crypto.randomUUID()}`)).toMatchObject({ code: 'mail_unknown' });
    expect(await get('/api/mails/boxes')).toEqual({ items: [] });
  });
});

describe('/unsubscribe/:token', () => {
  const open = (token: string, method: string, headers: Record<string, string> = {}) =>
    fetch(`${door.url}/unsubscribe/${token}`, {
      method,
      headers,
      ...(method === 'POST' ? { body: new URLSearchParams('List-Unsubscribe=One-Click') } : {}),
    });
  const tokenOf = async (address: string) =>
    unsubscribeToken(address, await readUnsubscribeKey(door.database.pools.app));

  it('ends our mail when it is pressed, by a person or a mail program, and not when it is looked at', async () => {
    const { app } = door.database.pools;
    const token = await tokenOf('Leaver@blog.test');
    const page = await open(token, 'GET');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<form method="post">');
    expect(await isSuppressed(app, 'leaver@blog.test')).toBeNull();
    expect((await open(token, 'POST')).status).toBe(200);
    expect(await isSuppressed(app, 'leaver@blog.test')).toBe('unsubscribe');
    expect((await open(token, 'POST')).status).toBe(200);
  });

  it('works in the browser of somebody who is signed in', async () => {
    const { cookie } = await door.signIn('Ben', 'admin');
    const answer = await open(await tokenOf('ben@blog.test'), 'POST', {
      cookie,
      origin: 'https://mail.test',
    });
    expect(answer.status).toBe(200);
  });

  it('takes no token that we did not make', async () => {
    const token = await tokenOf('ann@blog.test');
    const forged = `${Buffer.from('victim@blog.test').toString('base64url')}.${token.split('.')[1]}`;
    for (const one of [forged, 'x', `${token}x`]) {
      expect((await open(one, 'GET')).status).toBe(404);
      expect((await open(one, 'POST')).status).toBe(404);
    }
    expect(await isSuppressed(door.database.pools.app, 'victim@blog.test')).toBeNull();
  });
});
