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
import { classifyMail } from '../../src/model/embedded/inbox/classify-mail.ts';
import { type InboxWeightsHead, packWeights } from '../../src/model/embedded/inbox/inbox-weights.ts';
import { mailVector } from '../../src/model/embedded/inbox/mail-features.ts';
import { createSentenceEncoder } from '../../src/model/embedded/sentence-encoder.ts';
import { cachedEncoder } from './cached-encoder.ts';
import { chooseLimits } from './choose-limits.ts';
import { crossFit, OPEN_LIMITS } from './cross-fit.ts';
import { makeExamples } from './examples.ts';
import { fitWeights } from './fit-weights.ts';
import { casesSha256, readCases } from './read-cases.ts';

const FOLDS = 4;
const FOLDER = new URL('../../src/model/weights/', import.meta.url);

const learning = readCases('learn');
const encoder = cachedEncoder(await createSentenceEncoder(), join(tmpdir(), 'marginkeeper-encodings'));
const examples = await makeExamples(learning, encoder);
const fitted = crossFit(examples, FOLDS);
const weights = fitWeights(examples, OPEN_LIMITS);
const tuning = (await makeExamples(readCases('tune'), encoder)).map((example) => ({
  example,
  found: classifyMail(mailVector(example.raw, example.vectors, weights.rarity), weights),
}));
const limits = chooseLimits(fitted, tuning);
const right = fitted.filter(({ example, found }) => found.intent === example.mailCase.labels.intent).length;
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
process.stdout.write(
  `${learning.length} mails; cross-fitted intent accuracy ${(right / fitted.length).toFixed(4)}; ${packed.length} bytes; ${JSON.stringify(limits)}\n`,
);
