import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMails } from '../../../../db/queries/mail/list-mails.ts';
import { MAIL_NOW } from '../../../../db/queries/mail/testing/put-mail.ts';
import { type ClonedDatabase, cloneDatabase } from '../../../../db/testing/clone-database.ts';
import { mailText } from '../testing/mail-text.ts';
import { importMail, type MailImportResult } from './import-mail.ts';

let database: ClonedDatabase;
let folder: string;
beforeAll(async () => {
  database = await cloneDatabase();
  folder = await mkdtemp(join(tmpdir(), 'mk-mail-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const load = (path: string): Promise<MailImportResult> =>
  importMail({ db: database.pools.app, dataFolder: join(folder, 'data'), now: () => MAIL_NOW }, path);
const mail = (id: string, words: string): Buffer =>
  mailText('From: ann@blog.test', `Message-ID: <${id}>`, 'Subject: Hi', '', words);

describe('importMail', () => {
  it('loads a folder, keeps and names what it cannot read, and adds nothing the second time', async () => {
    const inbox = join(folder, 'inbox');
    await mkdir(inbox);
    await writeFile(join(inbox, '1.eml'), mail('1@x', 'one'));
    await writeFile(join(inbox, '2.eml'), mail('2@x', 'two'));
    await writeFile(join(inbox, 'broken.eml'), Buffer.alloc(5_000, 1));
    const first = await load(inbox);
    expect(first).toMatchObject({ kind: 'mail', rows: 3, inserted: 2, unchanged: 0, rejected: 1 });
    expect(await readFile(String(first.rejectsFile), 'utf8')).toMatch(/^line,reason,row\n1,.+\n$/);
    expect(await load(inbox)).toMatchObject({ rows: 3, inserted: 0, unchanged: 2, rejected: 1 });
    const { items } = await listMails(database.pools.app, { cursor: null, limit: 50 });
    expect(items.filter(({ isReadable }) => !isReadable).map(({ status }) => status)).toEqual([
      'needs_review',
    ]);
    expect(items).toHaveLength(3);
  });

  it('finds in an mbox what it has from a file', async () => {
    const box = join(folder, 'all.mbox');
    const from = Buffer.from('From a@b Sat Jan  3 01:05:34 1996\r\n');
    const gap = Buffer.from('\r\n\r\n');
    await writeFile(box, Buffer.concat([from, mail('1@x', 'one'), gap, from, mail('3@x', 'three'), gap]));
    expect(await load(box)).toMatchObject({ rows: 2, inserted: 1, unchanged: 1, rejected: 0 });
  });

  it('refuses a path that is not there, by name', async () => {
    const path = join(folder, 'nothing');
    await expect(load(path)).rejects.toMatchObject({
      code: 'file_unreadable',
      sentence: `${path} cannot be read: there is no such file or folder.`,
    });
  });
});
