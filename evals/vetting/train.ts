/**
 * Learns the weights that read applicants' words and writes them to `src/model/weights`: `node evals/vetting/train.ts`.
 *
 * Takes some minutes on one core. Run it after any change to the labelled applications, the phrases, the features or the
 * word lists, and commit what it writes. Learns from phrases and from cases in the learning part; nothing in `test`.
 */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { createSentenceEncoder } from '../../src/model/embedded/sentence-encoder.ts';
import { flagChances, unitShares } from '../../src/model/embedded/vetting/flag-chances.ts';
import { unitVector } from '../../src/model/embedded/vetting/unit-vector.ts';
import {
  packVettingWeights,
  type VettingWeightsHead,
} from '../../src/model/embedded/vetting/vetting-weights.ts';
import { cachedEncoder } from '../inbox/cached-encoder.ts';
import { chooseReadLimits, type JudgedExample } from './choose-read-limits.ts';
import { type FittedReader, fitReader } from './fit-reader.ts';
import { isRealistic, partOf, readCases } from './read-cases.ts';
import { learntSha256, readPhrases } from './read-phrases.ts';
import { type ReaderExample, readerExamples } from './reader-examples.ts';
import { vetCases } from './vet-cases.ts';

const FOLDER = new URL('../../src/model/weights/', import.meta.url);

const cases = readCases('cases').filter((vettingCase) => partOf(vettingCase) === 'learn');
const phrases = readPhrases();
const encoder = cachedEncoder(
  await createSentenceEncoder(),
  join(tmpdir(), 'marginkeeper-encodings-vetting'),
);
const examples = await readerExamples(cases, phrases, encoder.encode);

// Limits are chosen on applications as they really come, each half by weights that learnt from everything else.
const realistic = examples.filter(({ source }) => source !== null && isRealistic(source));
const judged = [0, 1].flatMap((half) => {
  const heldOut = new Set(realistic.filter((_, at) => at % 2 === half));
  return judge([...heldOut], fitReader(examples.filter((example) => !heldOut.has(example))));
});
const limits = chooseReadLimits(judged);

const fitted = fitReader(examples);
const { bytes, rarityStep, steps } = packVettingWeights(fitted);
const head: VettingWeightsHead = {
  version: 1,
  casesSha256: learntSha256(cases, phrases),
  applications: cases.length,
  phrases: phrases.length,
  limits,
  rarityStep,
  steps,
};
const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
writeFileSync(new URL('vetting.json', FOLDER), `${JSON.stringify(head)}\n`);
writeFileSync(new URL('vetting.bin.br', FOLDER), packed);
process.stdout.write(
  `${cases.length} applications, ${phrases.length} phrases; limits chosen on ${judged.length}: ${JSON.stringify(limits.foundFrom)}; ${packed.length} bytes\n`,
);

function judge(held: readonly ReaderExample[], { weights, rarity }: FittedReader): JudgedExample[] {
  const vetted = vetCases(held.flatMap(({ source }) => (source === null ? [] : [source])));
  return held.map(({ units, flags }, at) => ({
    chances: flagChances(
      units.map(({ raw, meaning }) => unitShares(weights, unitVector(raw, meaning, rarity))),
    ),
    wanted: flags,
    byRule: vetted[at]?.vetting.flags ?? [],
  }));
}
