import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { z } from 'zod';

/** One page written for this suite, with every code that stands on it. Files a… were there when the rules were made; b… were not looked at. */
export const CodesCase = z.strictObject({
  file: z.string().regex(/^[a-z]\d\d\.(?:html|xml)$/),
  url: z.url().nullable(),
  language: z.string().length(2),
  codes: z.array(
    z.strictObject({
      code: z.string(),
      merchant: z.string().nullable().default(null),
      expires: z.iso.date().nullable().default(null),
      masked: z.boolean().default(false),
      retired: z.boolean().default(false),
      /** Live or retired: the page leaves it open. */
      either: z.boolean().default(false),
    }),
  ),
});
export type CodesCase = z.infer<typeof CodesCase>;

/** When the pages count as fetched. */
export const CODES_AS_OF = new Date('2026-11-20T12:00:00Z');

export function readCodesCases(): CodesCase[] {
  const lines = readFileSync(join(import.meta.dirname, 'cases.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => CodesCase.parse(JSON.parse(line)));
}

export function documentOf({ file }: CodesCase): Document {
  return parseHTML(readFileSync(join(import.meta.dirname, 'fixtures', file), 'utf8')).document;
}
