import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type InboxWeights, InboxWeightsHead, unpackWeights } from './inbox-weights.ts';

const FOLDER = new URL('../../weights/', import.meta.url);

/** Reads the weights that are committed with the code; `evals/inbox/train.ts` writes them. */
export async function readInboxWeights(): Promise<InboxWeights> {
  const [head, packed] = await Promise.all([
    readInboxWeightsHead(),
    readFile(new URL('inbox.bin.br', FOLDER)),
  ]);
  return unpackWeights(await promisify(brotliDecompress)(packed), head);
}

/** What stands beside the weights: of which mails, with which limits. */
export async function readInboxWeightsHead(): Promise<InboxWeightsHead> {
  return InboxWeightsHead.parse(JSON.parse(await readFile(new URL('inbox.json', FOLDER), 'utf8')));
}
