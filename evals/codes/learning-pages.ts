import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDocument } from '../../src/intake/web/page/open-document.ts';
import { CODES_AS_OF, documentOf, readCodesCases } from './read-cases.ts';
import { readFragments } from './read-fragments.ts';
import { readPageTruths, truthOf } from './read-page-truths.ts';
import type { CodesPageTruth } from './score.ts';

/** Sets of pages that the rules were mended with until they read them all: what rules say there proves nothing. */
const MENDED: readonly string[] = ['dev', 'second', 'third', 'fourth', 'fifth', 'sixth'];
/** Sets of pages that the rules met as they are. */
const MET: readonly string[] = ['seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'fourteenth'];
/** Pages written to tell kinds of pages apart. */
const PLAIN = ['third', 'fourth'];
const PLAIN_FOLDER = join(import.meta.dirname, '..', 'pages', 'fixtures', 'strangers');
const AS_OF = new Date('2026-11-23T00:00:00Z');
const FIXTURES = join(import.meta.dirname, 'fixtures');

/** Pages or fragments by one writer. */
export interface LearningSet {
  readonly name: string;
  /** The rules were mended with it. */
  readonly isMended: boolean;
  /** Pages about other things, whose codes nobody noted: they teach that what no rule takes for a code is none. */
  readonly isPlain: boolean;
  /** Parts of pages. */
  readonly isFragments: boolean;
  readonly pages: readonly CodesPageTruth[];
}

/**
 * Sets whose pages neither rules nor weights were made with: each was read once, unopened, and is kept so. What `twelfth` read then
 * stands in `run.ts`'s scoreboard still: 0.934 of 61, 1.000 of 57 and 0 of 20 retired live; the rules alone 0.867 and 0.912.
 */
export const UNSEEN_SETS: readonly string[] = ['twelfth', 'thirteenth'];

/** The pages of a set by name. */
export function strangerPages(name: string): CodesPageTruth[] {
  const folder = join(FIXTURES, 'strangers', name);
  return readPageTruths(folder).map((page) => truthOf(page, folder, AS_OF));
}

/** Everything that the judge of codes learns from, a writer each. */
export function learningSets(): LearningSet[] {
  const own = readCodesCases().map((page) => ({ ...page, asOf: CODES_AS_OF, open: () => documentOf(page) }));
  return [
    { name: 'own', isMended: true, isPlain: false, isFragments: false, pages: own },
    ...MENDED.map((name) => ({
      name,
      isMended: true,
      isPlain: false,
      isFragments: false,
      pages: strangerPages(name),
    })),
    ...MET.map((name) => ({
      name,
      isMended: false,
      isPlain: false,
      isFragments: false,
      pages: strangerPages(name),
    })),
    ...fragmentFiles().map((file) => ({
      name: file,
      isMended: false,
      isPlain: false,
      isFragments: true,
      pages: readFragments(join(FIXTURES, 'fragments', file), AS_OF),
    })),
    ...PLAIN.map((name) => ({
      name: `plain ${name}`,
      isMended: false,
      isPlain: true,
      isFragments: false,
      pages: plainPages(name),
    })),
  ];
}

function plainPages(name: string): CodesPageTruth[] {
  const folder = join(PLAIN_FOLDER, name);
  const files = readdirSync(folder).filter((file) => file.endsWith('.html'));
  return files.sort().map((file) => ({
    url: null,
    language: null,
    codes: [],
    asOf: AS_OF,
    open: () => openDocument({ bytes: readFileSync(join(folder, file)) }).document,
  }));
}

const fragmentFiles = (): string[] => readdirSync(join(FIXTURES, 'fragments')).sort();

/** Of all files learnt from. */
export function learningSha256(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(import.meta.dirname, 'cases.jsonl')));
  for (const folder of [
    FIXTURES,
    ...[...MENDED, ...MET].map((name) => join(FIXTURES, 'strangers', name)),
    join(FIXTURES, 'fragments'),
    ...PLAIN.map((name) => join(PLAIN_FOLDER, name)),
  ]) {
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { name } of files.sort((a, b) => (a.name < b.name ? -1 : 1)))
      hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}
