/**
 * Learns the inbox weights from the labelled mails and writes them to `src/model/weights`: `node evals/inbox/train.ts`.
 *
 * Takes some minutes on one core. Run it after any change to the labelled mails, the
 * features or the word lists, and commit what it writes.
 */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { type InboxWeightsHead, packWeights } from '../../src/model/embedded/inbox/inbox-weights.ts';
import { createSentenceEncoder } from '../../src/model/embedded/sentence-encoder.ts';
import { cachedEncoder } from './cached-encoder.ts';
import { chooseLimits, OPEN_LIMITS } from './choose-limits.ts';
import { makeExamples } from './examples.ts';
import { fitWeights } from './fit-weights.ts';
import { casesSha256, readCases } from './read-cases.ts';

const FOLDER = new URL('../../src/model/weights/', import.meta.url);

const learning = readCases('learn');
const encoder = cachedEncoder(await createSentenceEncoder(), join(tmpdir(), 'marginkeeper-encodings'));
const examples = await makeExamples(learning, encoder);
const weights = fitWeights(examples, OPEN_LIMITS);
const limits = chooseLimits(await makeExamples(readCases('tune'), encoder), weights);
const { bytes, rarityStep, steps } = packWeights({ ...weights, limits });
const head: InboxWeightsHead = {
  version: 1,
  casesSha256: casesSha256(learning),
  mails: learning.length,
  limits,
  rarityStep,
  steps,
};
const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
writeFileSync(new URL('inbox.json', FOLDER), `${JSON.stringify(head)}\n`);
writeFileSync(new URL('inbox.bin.br', FOLDER), packed);
process.stdout.write(`${learning.length} mails; ${packed.length} bytes; ${JSON.stringify(limits)}\n`);
