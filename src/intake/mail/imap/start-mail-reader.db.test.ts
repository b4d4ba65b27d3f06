import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listMailBoxes } from '../../../../db/queries/mail/list-mail-boxes.ts';
import { listMails } from '../../../../db/queries/mail/list-mails.ts';
import { readMail } from '../../../../db/queries/mail/read-mail.ts';
import { type ClonedDatabase, cloneDatabase } from '../../../../db/testing/clone-database.ts';
import { keptLog } from '../../../../db/testing/outbox-fixture.ts';
import type { MailItem } from '../../../domain/inbox/mail-item.ts';
import { MAIL_LIMITS } from '../mail-limits.ts';
import { mailText } from '../testing/mail-text.ts';
import { type MailReader, type MailReaderOptions, startMailReader } from './start-mail-reader.ts';
import { type CuttingProxy, startCuttingProxy } from './testing/cutting-proxy.ts';
import { FOLDERS, type MailHouse, PASSWORD } from './testing/mail-house.ts';
import { isDovecot, openMailHouse } from './testing/open-mail-house.ts';

let database: ClonedDatabase;
let house: MailHouse;
let log: ReturnType<typeof keptLog>;
const readers: MailReader[] = [];
const proxies: CuttingProxy[] = [];

beforeEach(async () => {
  [database, house] = await Promise.all([cloneDatabase({ max: 8 }), openMailHouse()]);
  log = keptLog();
});
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.stop()));
  await Promise.all(proxies.splice(0).map((proxy) => proxy.close()));
  await house.close();
  await database.drop();
});

function start(changes: Partial<MailReaderOptions> = {}): MailReader {
  const reader = startMailReader({
    pool: database.pools.app,
    server: house.server,
    folders: ['INBOX'],
    // Longer than any test: what comes, comes by announcement.
    pollSeconds: 300,
    firstDays: 30,
    log,
    retrySeconds: () => 0.1,
    ...changes,
  });
  readers.push(reader);
  return reader;
}

async function proxy(options: Parameters<typeof startCuttingProxy>[1] = {}): Promise<CuttingProxy> {
  const started = await startCuttingProxy(house.server.port, options);
  proxies.push(started);
  return started;
}

const mail = (name: string, words = 'Hello'): Buffer =>
  mailText('From: ann@blog.test', `Message-ID: <${name}@blog.test>`, `Subject: ${name}`, '', words);
const items = async (): Promise<MailItem[]> =>
  (await listMails(database.pools.app, { cursor: null, limit: 200 })).items;
const subjects = async (): Promise<string[]> => (await items()).map(({ subject }) => subject).sort();
const soon = <Result>(check: () => Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: 15_000, interval: 50 });
const boxes = () => listMailBoxes(database.pools.app);

describe('startMailReader', () => {
  it('takes in what is there, then what comes, as the server announces it', async () => {
    await house.deliver('INBOX', mail('first'));
    start();
    await soon(async () => expect(await subjects()).toEqual(['first']));
    await house.deliver('INBOX', mail('second'));
    await soon(async () => expect(await subjects()).toEqual(['first', 'second']));
    expect(await boxes()).toMatchObject([{ folder: 'INBOX', lastUid: 2, error: null }]);
    const [newest] = await items();
    expect(newest && (await readMail(database.pools.app, newest.id))?.source).toMatch(
      /^imap:.+@127.0.0.1\/INBOX$/,
    );
  });

  it('reads several folders, umlauts and all, and a mail in two of them once', async () => {
    for (const folder of FOLDERS) await house.deliver(folder, mail(folder === 'INBOX' ? 'in' : 'elsewhere'));
    start({ folders: FOLDERS, pollSeconds: 1 });
    await soon(async () => expect(await subjects()).toEqual(['elsewhere', 'in']));
    // Nothing announces this one: it is found when the time has come.
    await house.deliver('Anfragen/Öffentlich', mail('later'));
    await soon(async () => expect(await subjects()).toEqual(['elsewhere', 'in', 'later']));
    expect((await boxes()).map(({ error }) => error)).toEqual([null, null, null]);
  });

  it('looks again at a folder that was made anew, and takes in only what it did not know', async () => {
    await house.deliver('Second', mail('a'));
    await house.deliver('Second', mail('b'));
    start({ folders: ['INBOX', 'Second'], pollSeconds: 1 });
    await soon(async () => expect(await subjects()).toEqual(['a', 'b']));
    await house.remakeSecond([mail('b'), mail('c')]);
    await soon(async () => expect(await subjects()).toEqual(['a', 'b', 'c']));
    expect(log.sentences).toContain('the server made this mail folder anew; all of it is looked at again');
  });

  it('goes on after a cut connection where it was, by itself', async () => {
    const between = await proxy();
    start({ server: { ...house.server, port: between.port } });
    await house.deliver('INBOX', mail('before'));
    await soon(async () => expect(await subjects()).toEqual(['before']));
    between.setOpen(false);
    between.cut();
    await soon(async () => expect((await boxes())[0]?.error?.code).toBe('mail_server_unreachable'));
    await house.deliver('INBOX', mail('meanwhile'));
    between.setOpen(true);
    await soon(async () => expect(await subjects()).toEqual(['before', 'meanwhile']));
    expect((await boxes())[0]).toMatchObject({ error: null, nextTryAt: null });
  });

  it('gets through a heap of mail although every connection breaks in the middle of it', async () => {
    const names = Array.from({ length: 60 }, (_none, index) => `m${String(index).padStart(2, '0')}`);
    for (const name of names) await house.deliver('INBOX', mail(name, 'x'.repeat(2_000)));
    const between = await proxy({ cutAfterBytes: 60_000 });
    start({ server: { ...house.server, port: between.port } });
    await soon(async () => expect(await subjects()).toEqual(names));
    expect(between.connections).toBeGreaterThan(1);
  });

  it('goes on in another process where a stopped one was', async () => {
    for (const name of ['a', 'b', 'c']) await house.deliver('INBOX', mail(name));
    const first = start();
    await soon(async () => expect(await subjects()).toHaveLength(3));
    await first.stop();
    await house.deliver('INBOX', mail('d'));
    start();
    await soon(async () => expect(await subjects()).toEqual(['a', 'b', 'c', 'd']));
  });

  it('reads in one process at a time, and in the other when that one is gone', async () => {
    const between = await proxy();
    const server = { ...house.server, port: between.port };
    const first = start({ server });
    await house.deliver('INBOX', mail('a'));
    await soon(async () => expect(await subjects()).toEqual(['a']));
    start({ server });
    await house.deliver('INBOX', mail('b'));
    await soon(async () => expect(await subjects()).toEqual(['a', 'b']));
    expect(between.connections).toBe(1);
    await first.stop();
    await house.deliver('INBOX', mail('c'));
    await soon(async () => expect(await subjects()).toEqual(['a', 'b', 'c']));
  });

  it('says that a password is wrong, tries again, slowly, and reads once it is right', async () => {
    await house.setPassword('another');
    await house.deliver('INBOX', mail('waiting'));
    const between = await proxy();
    const asked: [boolean, number][] = [];
    const retrySeconds = (isSignInRefused: boolean, failures: number): number => {
      asked.push([isSignInRefused, failures]);
      return 0.3;
    };
    start({ server: { ...house.server, port: between.port }, retrySeconds });
    await soon(async () => expect((await boxes())[0]?.error?.code).toBe('mail_sign_in_refused'));
    const said = JSON.stringify([await boxes(), log.sentences]);
    expect(said).toContain('does not accept the user');
    expect(said).not.toContain(PASSWORD);
    expect((await boxes())[0]?.nextTryAt).not.toBeNull();
    await house.setPassword(PASSWORD);
    await soon(async () => expect(await subjects()).toEqual(['waiting']));
    expect((await boxes())[0]?.error).toBeNull();
    // One connection for each time it was told to wait, and the one that worked.
    expect(between.connections).toBe(asked.length + 1);
    expect(asked.map(([, failures]) => failures)).toEqual(asked.map((_none, index) => index + 1));
    expect(asked.every(([isSignInRefused]) => isSignInRefused)).toBe(true);
  });

  it('names a folder that is not there, and reads the others', async () => {
    await house.deliver('INBOX', mail('here'));
    start({ folders: ['INBOX', 'Missing'] });
    await soon(async () => expect(await subjects()).toEqual(['here']));
    await soon(async () =>
      expect(await boxes()).toMatchObject([
        { folder: 'INBOX', error: null },
        { folder: 'Missing', error: { code: 'mail_folder_missing' } },
      ]),
    );
  });

  it('reads the beginning of a mail that is too large, and goes on behind it', async () => {
    const sizeBytes = isDovecot ? MAIL_LIMITS.sizeBytes : 100_000;
    const line = `${'x'.repeat(76)}\r\n`;
    await house.deliver('INBOX', mail('huge', line.repeat(Math.ceil((sizeBytes * 1.2) / line.length))));
    await house.deliver('INBOX', mail('small'));
    start({ limits: { ...MAIL_LIMITS, sizeBytes } });
    await soon(async () => expect(await subjects()).toEqual(['huge', 'small']));
    const huge = (await items()).find(({ subject }) => subject === 'huge');
    const stored = huge && (await readMail(database.pools.app, huge.id));
    expect(stored?.rawSizeBytes).toBe(sizeBytes + 1);
    expect(stored?.parsed?.troubles.join()).toContain('larger than');
  });

  it('changes nothing in the mailbox: what nobody has seen stays unseen', async () => {
    await house.deliver('INBOX', mail('unseen'));
    start();
    await soon(async () => expect(await subjects()).toEqual(['unseen']));
    const [flags = []] = await house.flagsIn('INBOX');
    expect(flags.filter((flag) => flag !== '\\Recent')).toEqual([]);
  });
});
