import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { VettingCase } from './vetting-case.ts';

const FOLDER = new URL('./cases/', import.meta.url);
const TEST_PERCENT = 50;

/** All labelled applications, by file and line. */
export function readCases(): VettingCase[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(new URL(file, FOLDER), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => VettingCase.parse(JSON.parse(line)));
}

/** `learn` is what rules and word lists may be mended with; `test` only ever measures. By name, or marked as mended with. */
export function partOf({ thread, mended }: VettingCase): 'learn' | 'test' {
  if (mended === true) return 'learn';
  return createHash('sha256').update(`part ${thread}`).digest().readUInt32BE(0) % 100 < TEST_PERCENT
    ? 'test'
    : 'learn';
}
