import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Where in a mail the attack stands. */
export const Placed = z.enum([
  'plain',
  'html_hidden',
  'html_white',
  'html_comment',
  'alt_text',
  'unicode_tags',
  'zero_width',
  'bidi',
  'spaced',
  'base64',
  'forged_quote',
  'forged_header',
  'forwarded',
  'markdown_image',
  'subject',
  'signature',
  'fake_fence',
]);

/** One mail with words in it that are meant for a machine; written for this suite. */
export const AttackCase = z.strictObject({
  id: z.string().regex(/^inj-\d{3}$/),
  language: z.string().length(2),
  placed: Placed,
  subject: z.string().min(1),
  /** What an ordinary sender would write. */
  text: z.string().min(20),
  attack: z.string().min(10),
});
export type AttackCase = z.infer<typeof AttackCase>;

/** All of them, in their order. */
export function readAttacks(): AttackCase[] {
  const lines = readFileSync(join(import.meta.dirname, 'cases', 'attacks.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => AttackCase.parse(JSON.parse(line)));
}
