import { expect, it } from 'vitest';
import { CHAT_INTENTS } from '../../src/domain/chat/chat-intent.ts';
import { packChatWeights, unpackChatWeights } from '../../src/model/embedded/chat/chat-weights.ts';
import { readChatWeights, readChatWeightsHead } from '../../src/model/embedded/chat/read-chat-weights.ts';
import { createSentenceEncoder } from '../../src/model/embedded/sentence-encoder.ts';
import { chatExamples, fitChat } from './fit-chat.ts';
import { casesSha256, partOf, readChatCases } from './read-cases.ts';

const cases = readChatCases();
const learning = cases.filter((chatCase) => partOf(chatCase) === 'learn');

it('has at least fifty labelled messages for each intent, none of them twice', () => {
  for (const intent of CHAT_INTENTS) {
    expect(cases.filter((chatCase) => chatCase.intent === intent).length, intent).toBeGreaterThanOrEqual(50);
  }
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
});

it('ships the weights of the labelled messages that are committed (else run evals/chat/train.ts)', async () => {
  const head = await readChatWeightsHead();
  expect([head.cases, head.casesSha256]).toEqual([learning.length, casesSha256(learning)]);
});

it('comes to the same weights when it learns again', async () => {
  const fitted = fitChat(await chatExamples(learning, await createSentenceEncoder()));
  const { bytes, steps } = packChatWeights(fitted);
  const again = unpackChatWeights(bytes, { ...(await readChatWeightsHead()), steps });
  const committed = await readChatWeights();
  const far = committed.weights.reduce(
    (most, weight, at) => Math.max(most, Math.abs(weight - (again.weights[at] ?? 0))),
    0,
  );
  expect(far).toBeLessThan(0.05);
});
