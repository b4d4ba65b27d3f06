import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { CodeJudge } from '../../../domain/sightings/code-judge.ts';
import { CodeWeightsHead, unpackCodeWeights } from './code-weights.ts';
import { createCodeJudge } from './create-code-judge.ts';

const FOLDER = new URL('../../weights/', import.meta.url);

/** The judge by the weights that are committed with the code; `evals/codes/train.ts` writes them. */
export async function readCodeJudge(folder: URL = FOLDER): Promise<CodeJudge> {
  const bytes = await promisify(brotliDecompress)(await readFile(new URL('codes.bin.br', folder)));
  return createCodeJudge(unpackCodeWeights(new Int8Array(bytes), await readCodeWeightsHead(folder)));
}

export async function readCodeWeightsHead(folder: URL = FOLDER): Promise<CodeWeightsHead> {
  return CodeWeightsHead.parse(JSON.parse(await readFile(new URL('codes.json', folder), 'utf8')));
}
