import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './testing/open-door.ts';
import { getRaw } from './testing/send-raw.ts';

let folder: string;
let door: OpenDoor;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marginkeeper-page-'));
  await mkdir(join(folder, 'page', 'assets', 'deep'), { recursive: true });
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html><title>Marginkeeper</title>');
  await writeFile(join(folder, 'page', 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, 'page', 'assets', 'app-1a2b.js'), 'export {}');
  await writeFile(join(folder, 'page', 'assets', '.env'), 'SECRET');
  await writeFile(join(folder, 'page', 'assets', 'deep', 'secret.txt'), 'SECRET');
  await writeFile(join(folder, 'secret.txt'), 'SECRET');
  await symlink(join(folder, 'secret.txt'), join(folder, 'page', 'assets', 'link'));
  door = await openDoor({ pageFolder: join(folder, 'page') });
});
afterAll(async () => {
  await door.close();
  await rm(folder, { recursive: true });
});

describe('the page', () => {
  it('is the same shell at each of its addresses, for whoever is not signed in too', async () => {
    for (const path of ['/', '/partners', '/partners/p%2F1', '/fraud', '/runs', '/proposals/17', '/chat']) {
      const answer = await fetch(`${door.url}${path}`);
      expect([answer.status, answer.headers.get('content-type')], path).toEqual([
        200,
        'text/html; charset=utf-8',
      ]);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(await answer.text()).toContain('<title>Marginkeeper');
    }
    expect((await fetch(`${door.url}/something-else`)).status).toBe(404);
  });

  it('keeps its hashed files for ever, and asks again for the shell', async () => {
    const answer = await fetch(`${door.url}/assets/app-1a2b.js`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect((await fetch(`${door.url}/favicon.svg`)).headers.get('content-type')).toBe('image/svg+xml');
  });

  it.each([
    '/assets/../index.html',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%252e%252e%252fsecret.txt',
    '/assets//etc/passwd',
    '/assets/%2fetc%2fpasswd',
    '/assets/.env',
    '/assets/deep/secret.txt',
    '/assets/deep%2fsecret.txt',
    '/assets/link',
    '/assets/app-1a2b.js%00',
    '/assets/',
    '/favicon.svg/../secret.txt',
    '//assets/../secret.txt',
  ])('gives nothing away at %s', async (path) => {
    const { status, text } = await getRaw(door.url, path);
    expect([400, 404]).toContain(status);
    expect(text).not.toContain('SECRET');
    expect(text).not.toContain('root:');
    expect(text).not.toContain(folder);
  });

  it('may run own scripts and styles, talk to its own server, and nothing else', async () => {
    const answer = await fetch(`${door.url}/`);
    const policy = Object.fromEntries(
      (answer.headers.get('content-security-policy') ?? '')
        .split(';')
        .map((directive) => [directive.trim().split(' ')[0], directive.trim().split(' ').slice(1).join(' ')]),
    );
    expect(policy).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self'",
      'font-src': "'self'",
      'connect-src': "'self'",
      'manifest-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': "'none'",
    });
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });

  it('lets no other site read an answer, and no cache keep one', async () => {
    const answer = await fetch(`${door.url}/api/session`, { headers: { origin: 'https://evil.example' } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});
