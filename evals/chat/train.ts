/**
 * Learns the chat's weights from the labelled messages and writes them to `src/model/weights`: `node evals/chat/train.ts`.
 *
 * Uses the learning part only. Run it after any change to the messages or the features, and commit what it writes.
 */
import { writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { ChatReading } from '../../src/domain/chat/chat-intent.ts';
import { type ChatWeightsHead, packChatWeights } from '../../src/model/embedded/chat/chat-weights.ts';
import { classifyMessage } from '../../src/model/embedded/chat/classify-message.ts';
import { createSentenceEncoder } from '../../src/model/embedded/sentence-encoder.ts';
import { type ChatExample, chatExamples, fitChat } from './fit-chat.ts';
import { casesSha256, foldOf, partOf, readChatCases } from './read-cases.ts';

const FOLDS = 5;
const TEMPERATURES = [0.3, 0.4, 0.5, 0.6, 0.8, 1];
/** Of the messages that count as sure, so many must be right. */
const RIGHT_WHEN_SURE = 0.95;
const FOLDER = new URL('../../src/model/weights/', import.meta.url);

const learning = readChatCases().filter((chatCase) => partOf(chatCase) === 'learn');
const examples = await chatExamples(learning, await createSentenceEncoder());
const folds = Array.from({ length: FOLDS }, (_, fold) => ({
  weights: Float32Array.from(fitChat(examples.filter(({ chatCase }) => foldOf(chatCase, FOLDS) !== fold))),
  left: examples.filter(({ chatCase }) => foldOf(chatCase, FOLDS) === fold),
}));
const crossRead = (temperature: number): { example: ChatExample; reading: ChatReading }[] =>
  folds.flatMap(({ weights, left }) =>
    left.map((example) => ({
      example,
      reading: classifyMessage(example.vector, { weights, temperature, sureFrom: 0 }),
    })),
  );
const isRight = ({ example, reading }: ReturnType<typeof crossRead>[number]): boolean =>
  reading.intent === example.chatCase.intent;
const surprise = (temperature: number): number =>
  crossRead(temperature).reduce(
    (sum, read) => sum - Math.log(isRight(read) ? read.reading.confidence : 1 - read.reading.confidence),
    0,
  );
const temperature = TEMPERATURES.toSorted((a, b) => surprise(a) - surprise(b))[0] ?? 1;
const reads = crossRead(temperature);
const sureFrom =
  Array.from({ length: 60 }, (_, at) => 0.2 + at / 100).find((from) => {
    const sure = reads.filter(({ reading }) => reading.confidence >= from);
    return sure.filter(isRight).length >= RIGHT_WHEN_SURE * sure.length;
  }) ?? 0.8;

const { bytes, steps } = packChatWeights(fitChat(examples));
const head: ChatWeightsHead = {
  version: 1,
  casesSha256: casesSha256(learning),
  cases: learning.length,
  temperature,
  sureFrom: Math.round(sureFrom * 100) / 100,
  steps,
};
const packed = brotliCompressSync(bytes);
writeFileSync(new URL('chat.json', FOLDER), `${JSON.stringify(head)}\n`);
writeFileSync(new URL('chat.bin.br', FOLDER), packed);
const share = reads.filter(isRight).length / reads.length;
const sure = reads.filter(({ reading }) => reading.confidence >= sureFrom).length / reads.length;
process.stdout.write(
  `${learning.length} messages; cross-fitted accuracy ${share.toFixed(4)}, sure ${sure.toFixed(3)} from ${sureFrom.toFixed(2)}, temperature ${temperature}; ${packed.length} bytes\n`,
);
