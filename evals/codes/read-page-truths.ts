import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openDocument } from '../../src/intake/web/page/open-document.ts';
import type { CodesPageTruth } from './score.ts';

/** A page of a folder with all its codes. */
export const PageTruth = z.object({
  file: z.string().regex(/^[\w.-]+$/),
  url: z.url().nullable(),
  language: z.string().length(2).nullable(),
  live: z.array(z.string()),
  retired: z.array(z.string()).default([]),
  masked: z.array(z.string()).default([]),
  /** When the page counts as fetched, where it is another day than the set's. */
  asOf: z.iso.date().optional(),
});
export type PageTruth = z.infer<typeof PageTruth>;

/** The pages of a folder's `truth.jsonl`, in its order. */
export function readPageTruths(folder: string): PageTruth[] {
  const lines = readFileSync(join(folder, 'truth.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => PageTruth.parse(JSON.parse(line)));
}

/** @param asOf when the page counts as fetched. */
export function truthOf(
  { file, url, language, live, retired, masked, asOf: day }: PageTruth,
  at: string,
  asOf: Date,
): CodesPageTruth {
  const code = { merchant: null, expires: null, masked: false, retired: false, either: false };
  return {
    url,
    language,
    codes: [
      ...live.map((text) => ({ ...code, code: text })),
      ...retired.map((text) => ({ ...code, code: text, retired: true })),
      ...masked.map((text) => ({ ...code, code: text, masked: true })),
    ],
    asOf: day === undefined ? asOf : new Date(day),
    open: () => openDocument({ bytes: readFileSync(join(at, file)) }).document,
  };
}
