import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailWith } from '../testing/mail-text.ts';
import { type MailItem, readMailFiles } from './read-mail-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mail-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const read = async (...paths: string[]): Promise<MailItem[]> => {
  const items: MailItem[] = [];
  for await (const item of readMailFiles(paths)) items.push(item);
  return items;
};
const seen = (items: readonly MailItem[]): string[] =>
  items.map((item) => ('mail' in item ? (item.mail.text ?? '').trim() : item.unreadable.code));

describe('readMailFiles', () => {
  it('reads single mails, and says in its place what cannot be read', async () => {
    const first = put('a.eml', mailWith('', 'first'));
    const last = put('b', mailWith('', 'last'));
    const items = await read(first, join(folder, 'none.eml'), put('empty.eml', ''), last);
    expect(seen(items)).toEqual(['first', 'file_unreadable', 'mail_empty', 'last']);
    expect(items[1]).toMatchObject({ unreadable: { message: 'There is no such file.' } });
  });

  it('reads the mails of a folder by name and leaves other files alone', async () => {
    put('2.eml', mailWith('', 'two'));
    put('1.EML', mailWith('', 'one'));
    put('notes.txt', 'no mail');
    put('below/3.msg', mailWith('', 'three'));
    expect(seen(await read(folder))).toEqual(['one', 'two', 'three']);
  });

  it('says of a folder without mail that there is none', async () => {
    expect(seen(await read(folder))).toEqual(['file_unreadable']);
  });

  it('reads new and cur of a Maildir and its folders, and not what is being written', async () => {
    put('new/1.host', mailWith('', 'new'));
    put('cur/2.host:2,S', mailWith('', 'read'));
    put('tmp/3.host', mailWith('', 'half'));
    put('.Archive/cur/4.host:2,', mailWith('', 'kept'));
    put('.Archive/new/5.host', mailWith('', 'sub'));
    expect(seen(await read(folder))).toEqual(['kept', 'sub', 'read', 'new']);
  });

  it('takes an mbox apart where it should', async () => {
    const mail = (words: string) => `From a@b.test Mon Nov  2 10:11:12 2026\nSubject: s\n\n${words}\n\n`;
    const path = put('box', mail('one\n\nFrom now on we pay\n\n>From a quote') + mail('two'));
    const items = await read(path);
    expect(items.map(({ position }) => position)).toEqual([1, 2]);
    expect(seen(items)).toEqual(['one\n\nFrom now on we pay\n\nFrom a quote', 'two']);
  });

  it('does not take a single mail apart that holds such a line', async () => {
    const path = put('x.eml', mailWith('', 'a', '', 'From a@b.test Mon Nov  2 10:11:12 2026', 'b'));
    expect(await read(path)).toHaveLength(1);
  });

  it("says what to do with Outlook's own format", async () => {
    const path = put('o.msg', Buffer.from('d0cf11e0a1b11ae10000', 'hex'));
    expect(await read(path)).toMatchObject([{ unreadable: { message: expect.stringContaining('.eml') } }]);
  });
});
