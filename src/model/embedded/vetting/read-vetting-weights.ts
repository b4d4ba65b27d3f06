import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { unpackVettingWeights, type VettingWeights, VettingWeightsHead } from './vetting-weights.ts';

const FOLDER = new URL('../../weights/', import.meta.url);

/** Reads the weights that are committed with the code; `evals/vetting/train.ts` writes them. */
export async function readVettingWeights(): Promise<VettingWeights> {
  const [head, packed] = await Promise.all([
    readVettingWeightsHead(),
    readFile(new URL('vetting.bin.br', FOLDER)),
  ]);
  return unpackVettingWeights(await promisify(brotliDecompress)(packed), head);
}

/** What stands beside the weights: of which applications, with which limits. */
export async function readVettingWeightsHead(): Promise<VettingWeightsHead> {
  return VettingWeightsHead.parse(JSON.parse(await readFile(new URL('vetting.json', FOLDER), 'utf8')));
}
