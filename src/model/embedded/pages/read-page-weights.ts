import { readFile } from 'node:fs/promises';
import { PageWeights } from './page-weights.ts';

const FILE = new URL('../../weights/pages.json', import.meta.url);

/** Reads the weights that are committed with the code; `evals/pages/train.ts` writes them. */
export async function readPageWeights(): Promise<PageWeights> {
  return PageWeights.parse(JSON.parse(await readFile(FILE, 'utf8')));
}
