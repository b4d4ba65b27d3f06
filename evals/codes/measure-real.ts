/**
 * Reads real pages with known codes and prints what was found, missed and added; nothing of them is kept here.
 *
 * `node evals/codes/measure-real.ts <folder>`, where the folder has `labels.json`: `[{file, url, codes: [{code}], decoys_not_codes}]`.
 * A page's list may be incomplete, so that codes it does not name are printed to be looked at, not counted as wrong.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { readCodes } from '../../src/intake/web/codes/read-codes.ts';
import { readLinks } from '../../src/intake/web/links/read-links.ts';
import { readCodeJudge } from '../../src/model/embedded/codes/read-code-judge.ts';

const Labels = z.array(
  z.object({
    file: z.string(),
    url: z.string().nullish(),
    codes: z.array(z.object({ code: z.string() })).default([]),
    decoys_not_codes: z.array(z.string()).default([]),
  }),
);

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Name the folder with labels.json.\n');
  process.exit(2);
}
const judge = await readCodeJudge();
const tally = { pages: 0, wanted: 0, found: 0, others: 0, decoysTaken: 0, links: 0 };
const startedAt = performance.now();
let readingMs = 0;
for (const page of Labels.parse(JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')))) {
  const { document } = parseHTML(readFileSync(join(folder, page.file), 'utf8'));
  const url = page.url ?? null;
  const beganAt = performance.now();
  const seen = readCodes(
    document,
    { url, language: document.documentElement?.lang.slice(0, 2) || null },
    judge,
  );
  tally.links += readLinks(document, { url, ours: null }).length;
  readingMs += performance.now() - beganAt;
  const keys = new Set(seen.map(({ code }) => code.toUpperCase()));
  const wanted = new Set(page.codes.map(({ code }) => code.toUpperCase()));
  tally.pages += 1;
  tally.wanted += wanted.size;
  tally.decoysTaken += page.decoys_not_codes.filter((decoy) => keys.has(decoy.toUpperCase())).length;
  for (const code of wanted) {
    if (keys.has(code)) tally.found += 1;
    else process.stdout.write(`missed ${page.file} ${code}\n`);
  }
  for (const each of seen) {
    if (wanted.has(each.code.toUpperCase())) {
      process.stdout.write(`found  ${page.file} ${JSON.stringify(each)}\n`);
    } else {
      tally.others += 1;
      process.stdout.write(`other  ${page.file} ${JSON.stringify(each)}\n`);
    }
  }
}
const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(1);
const all = performance.now() - startedAt;
process.stdout.write(
  `${JSON.stringify(tally)} reading ${seconds(readingMs)} s, with parsing ${seconds(all)} s\n`,
);
