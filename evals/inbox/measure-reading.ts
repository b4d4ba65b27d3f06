/**
 * How the mail reader bears a folder of mail: what it could read, how fast, and what any one mail cost.
 *
 * Started by hand: `node evals/inbox/measure-reading.ts <folder>… [--lines]`; exit 1 when the reader crashed or a mail took
 * longer than it may.
 */
import { parseArgs } from 'node:util';
import { type MailItem, readMailFiles } from '../../src/intake/mail/files/read-mail-files.ts';

const MAIL_MILLISECONDS_MAX = 5_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lines: { type: 'boolean', default: false } },
});
if (positionals.length === 0) {
  process.stderr.write('Name a folder or file of mail to read.\n');
  process.exit(2);
}

const counts = { mails: 0, unreadable: 0, troubled: 0, withoutWords: 0, replacementCharacters: 0 };
const durations: number[] = [];
const startedAt = performance.now();
let before = startedAt;
for await (const item of readMailFiles(positionals)) {
  const now = performance.now();
  durations.push(now - before);
  before = now;
  count(item);
  if (values.lines) process.stdout.write(`${JSON.stringify(item)}\n`);
}
const seconds = (performance.now() - startedAt) / 1000;
durations.sort((a, b) => a - b);
const slowestMs = Math.round(durations.at(-1) ?? 0);
const figures = {
  ...counts,
  mailsPerSecond: Math.round(durations.length / seconds),
  medianMs: Number((durations[durations.length >> 1] ?? 0).toFixed(2)),
  slowestMs,
};
process.stderr.write(`${JSON.stringify(figures)}\n`);
process.exitCode = slowestMs > MAIL_MILLISECONDS_MAX ? 1 : 0;

function count(item: MailItem): void {
  if ('unreadable' in item) {
    counts.unreadable++;
    return;
  }
  const { mail } = item;
  const words = `${mail.text ?? ''}${mail.htmlAsText ?? ''}`;
  counts.mails++;
  if (mail.troubles.length > 0) counts.troubled++;
  if (words.trim() === '') counts.withoutWords++;
  if (words.includes('\uFFFD')) counts.replacementCharacters++;
}
