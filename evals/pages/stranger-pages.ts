import type { Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CONTENT_TYPES } from '../../src/domain/pages/content-type.ts';
import { typeFeatures } from '../../src/domain/pages/type-features.ts';
import type { PageReading } from '../../src/intake/web/page/page-reading.ts';
import { readPage } from '../../src/intake/web/page/read-page.ts';
import { readCodeJudge } from '../../src/model/embedded/codes/read-code-judge.ts';
import { detectLanguage } from '../../src/model/embedded/detect-language.ts';
import type { LabelledFeatures } from './labelled-features.ts';

/** A page that somebody wrote who knew neither the features nor the other pages. */
export const StrangerPage = z.strictObject({
  file: z.string().regex(/^[\w.-]+$/),
  url: z.url(),
  language: z.string().length(2),
  type: z.enum(CONTENT_TYPES),
  /** It tells its readers that it earns by links. */
  disclosure: z.boolean(),
  /** Its main text, a paragraph a line. */
  main: z.string(),
});
export type StrangerPage = z.infer<typeof StrangerPage>;

/** A stranger's page as the audit reads it. */
export interface StrangerExample {
  readonly page: StrangerPage;
  readonly reading: PageReading;
  readonly features: Readonly<Record<string, number>>;
}

const codeJudge = await readCodeJudge();
const AS_OF = new Date('2026-11-23T00:00:00Z');

/** Sets of pages, a writer each, that the kinds of pages are learnt from; and those that are kept to measure with. */
export const LEARNT_STRANGERS = ['first', 'second', 'third', 'fourth'];
export const UNSEEN_STRANGERS = ['fifth'];

export const strangersFolder = (name: string): string =>
  join(import.meta.dirname, 'fixtures', 'strangers', name);

/** Adds all files of a set. */
export function hashStrangers(hash: Hash, name: string): void {
  const folder = strangersFolder(name);
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)));
}

/** What is true of a folder's pages. */
export function readStrangers(folder: string): StrangerPage[] {
  const lines = readFileSync(join(folder, 'truth.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => StrangerPage.parse(JSON.parse(line)));
}

/** The pages of a folder's `truth.jsonl`, read. */
export function strangerPages(folder: string): StrangerExample[] {
  return readStrangers(folder).map((page) => {
    const content = { bytes: readFileSync(join(folder, page.file)) };
    const reading = readPage(
      { content, url: page.url, contentType: null, ours: null, asOf: AS_OF },
      { detectLanguage, codeJudge },
    );
    return { page, reading, features: typeFeatures(reading.signals) };
  });
}

/** What a stranger's page teaches. */
export const labelled = ({ page, features }: StrangerExample): LabelledFeatures => ({
  features,
  contentType: page.type,
});
