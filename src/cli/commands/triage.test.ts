import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ParsedMail } from '../../domain/inbox/parsed-mail.ts';
import type { CommandContext } from '../context.ts';
import { triageCommand } from './triage.ts';

const folder = mkdtempSync(join(tmpdir(), 'triage-'));
const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const mail = (subject: string) => `From: a@b.test\nSubject: ${subject}\n\nHello.\n`;

/** Understands every mail as its subject. */
const context = {
  stopping: new AbortController().signal,
  services: {
    triage: async (mails: readonly ParsedMail[]) =>
      mails.map(({ subject }) => ({
        summary: subject,
        partner: null,
        language: subject === 'third' ? 'und' : 'de',
      })),
  },
} as unknown as CommandContext;

async function linesFrom(...paths: string[]): Promise<Record<string, unknown>[]> {
  let out = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await triageCommand(context).parseAsync(['node', 'triage', ...paths, '--json']);
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

describe('triage', () => {
  it('prints a line a mail in the order of the files, and goes on after one that cannot be read, with null for an unknown language', async () => {
    const files = [put('1.eml', mail('first')), put('2.eml', ''), put('3.eml', mail('third'))];
    expect(await linesFrom(...files, join(folder, 'nowhere.eml'))).toEqual([
      { file: files[0], summary: 'first', partner: null, language: 'de' },
      { file: files[1], error: { code: 'mail_empty', message: expect.any(String) } },
      { file: files[2], summary: 'third', partner: null, language: null },
      { file: join(folder, 'nowhere.eml'), error: { code: 'file_unreadable', message: expect.any(String) } },
    ]);
    expect(process.exitCode ?? 0).toBe(0);
  });

  it('says where in an mbox each mail stands, however many there are', async () => {
    const box = Array.from({ length: 40 }, (_, at) => `From x Mon Jan  1 00:00:00 2026\n${mail(`n${at}`)}`);
    const lines = await linesFrom(put('all.mbox', box.join('\n')));
    expect(lines.map(({ summary, position }) => [summary, position])).toEqual(
      box.map((_, at) => [`n${at}`, at + 1]),
    );
  });

  it('fails when nothing could be read', async () => {
    await linesFrom(join(folder, 'nowhere.eml'));
    expect(process.exitCode).toBe(1);
  });
});
