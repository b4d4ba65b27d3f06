import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type ChatWeights, ChatWeightsHead, unpackChatWeights } from './chat-weights.ts';

const FOLDER = new URL('../../weights/', import.meta.url);

/** Reads the weights that are committed with the code; `evals/chat/train.ts` writes them. */
export async function readChatWeights(): Promise<ChatWeights> {
  const packed = await readFile(new URL('chat.bin.br', FOLDER));
  const bytes = await promisify(brotliDecompress)(packed);
  return unpackChatWeights(new Int8Array(bytes), await readChatWeightsHead());
}

export async function readChatWeightsHead(): Promise<ChatWeightsHead> {
  return ChatWeightsHead.parse(JSON.parse(await readFile(new URL('chat.json', FOLDER), 'utf8')));
}
