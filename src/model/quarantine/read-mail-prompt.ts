import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Prompt, parsePrompt } from '../prompt.ts';
import { MailReading } from './mail-reading.ts';

const FILE = join(import.meta.dirname, '..', '..', '..', 'prompts', 'read-mail.md');

/** What a model is told before it sees a stranger's mail. It describes each field of `MailReading`, and no other. */
export const READ_MAIL: Prompt = parsePrompt('read-mail', readFileSync(FILE, 'utf8'));

const fields = READ_MAIL.sections.reading ?? {};
assert.deepEqual(
  Object.keys(fields),
  Object.keys(MailReading.shape),
  'prompts/read-mail.md describes each field',
);

/** Instructions and fields, as one text. Ours alone: nothing of any mail stands in it. */
export const READ_MAIL_SYSTEM: string = [
  READ_MAIL.instructions,
  ...Object.entries(fields).map(([field, meaning]) => `"${field}": ${meaning}`),
].join('\n\n');
