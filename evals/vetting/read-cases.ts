import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { VettingCase } from './vetting-case.ts';

const TEST_PERCENT = 50;
/** Threads that are learnt from as a whole: a few words each (`terse`), one flag in plain words (`whole`), and `real`. */
const LEARNT = ['terse', 'whole', 'real'];
/** Applications as a programme receives them, complete and mostly harmless: limits are chosen on them. */
const REALISTIC = 'real';

/**
 * All labelled applications of a folder, by file and line.
 *
 * @param folder - `cases` to learn from and, half of the first writer's, to measure by; `test` only ever measures.
 * @param set - only files whose names begin so.
 */
export function readCases(folder: 'cases' | 'test' = 'cases', set = ''): VettingCase[] {
  const place = new URL(`./${folder}/`, import.meta.url);
  return readdirSync(place)
    .filter((file) => file.startsWith(set) && file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(new URL(file, place), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => VettingCase.parse(JSON.parse(line)));
}

export const isRealistic = ({ thread }: VettingCase): boolean => thread.startsWith(REALISTIC);

/** `learn` is what rules and word lists may be mended with; `test` only ever measures. By name, or marked as mended with. */
export function partOf({ thread, mended }: VettingCase): 'learn' | 'test' {
  if (mended === true || LEARNT.some((name) => thread.startsWith(`${name}-`))) return 'learn';
  return createHash('sha256').update(`part ${thread}`).digest().readUInt32BE(0) % 100 < TEST_PERCENT
    ? 'test'
    : 'learn';
}
