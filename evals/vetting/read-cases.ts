import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { VettingCase } from './vetting-case.ts';

const TEST_PERCENT = 50;
/** Files of the second writer, who saw no code: a few words each. */
const TERSE = 'terse';

/**
 * All labelled applications of a folder, by file and line.
 *
 * @param folder - `cases` to learn from and, half of the first writer's, to measure by; `test` only ever measures.
 */
export function readCases(folder: 'cases' | 'test' = 'cases'): VettingCase[] {
  const place = new URL(`./${folder}/`, import.meta.url);
  return readdirSync(place)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(new URL(file, place), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => VettingCase.parse(JSON.parse(line)));
}

/** Whether the second writer wrote it. */
export const isTerse = ({ thread }: VettingCase): boolean => thread.startsWith(TERSE);

/** `learn` is what rules and word lists may be mended with; `test` only ever measures. By name, or marked as mended with. */
export function partOf({ thread, mended }: VettingCase): 'learn' | 'test' {
  if (mended === true || thread.startsWith(TERSE)) return 'learn';
  return createHash('sha256').update(`part ${thread}`).digest().readUInt32BE(0) % 100 < TEST_PERCENT
    ? 'test'
    : 'learn';
}
