import { wilsonInterval } from '../../src/domain/statistics/wilson-interval.ts';
import { createChatReader } from '../../src/model/embedded/chat/create-chat-reader.ts';
import { createSentenceEncoder } from '../../src/model/embedded/sentence-encoder.ts';
import { holds } from '../print-scoreboard.ts';
import type { Metric, SuiteResult } from '../suite-result.ts';
import { partOf, readChatCases } from './read-cases.ts';
import { CHAT_THRESHOLDS } from './thresholds.ts';

/** What messages to the chat want, by the embedded engine, on the messages it did not learn from. */
export async function runChatEval(): Promise<SuiteResult> {
  const cases = readChatCases().filter((chatCase) => partOf(chatCase) === 'test');
  const encoder = await createSentenceEncoder();
  const read = createChatReader((texts) => encoder.encode(texts));
  const scored = await Promise.all(
    cases.map(async (chatCase) => ({ chatCase, reading: await read(chatCase.message) })),
  );
  const isRight = ({ chatCase, reading }: (typeof scored)[number]): boolean =>
    reading.intent === chatCase.intent;
  const sure = scored.filter(({ reading }) => reading.isSure);
  const metrics: Record<string, Metric> = {
    intentAccuracy: share(scored, isRight),
    intentAmongOffered: share(scored, ({ chatCase, reading }) => reading.likely.includes(chatCase.intent)),
    accuracyWhenSure: share(sure, isRight),
    sureShare: share(scored, ({ reading }) => reading.isSure),
  };
  for (const [language, part] of Map.groupBy(scored, ({ chatCase }) => chatCase.language)) {
    metrics[`intentAccuracy.${language}`] = share(part, isRight);
  }
  return {
    name: 'chat',
    n: cases.length,
    metrics,
    thresholds: CHAT_THRESHOLDS,
    pass: Object.entries(CHAT_THRESHOLDS).every(([name, limit]) => {
      const measured = metrics[name];
      return measured !== undefined && holds(measured, limit);
    }),
  };
}

function share<Item>(items: readonly Item[], holdsFor: (item: Item) => boolean): Metric {
  const right = items.filter(holdsFor).length;
  return {
    value: items.length === 0 ? Number.NaN : right / items.length,
    n: items.length,
    interval: wilsonInterval(right, items.length),
  };
}
