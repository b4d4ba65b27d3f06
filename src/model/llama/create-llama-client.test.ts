import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ModelQuestion } from '../client.ts';
import { createLlamaClient } from './create-llama-client.ts';
import type { LlamaModule } from './llama-module.ts';

const folder = mkdtempSync(join(tmpdir(), 'gguf-'));
const file = join(folder, 'tiny.gguf');
writeFileSync(file, 'GGUF');
afterAll(() => rmSync(folder, { recursive: true }));

const question: ModelQuestion = {
  system: 'Answer.',
  user: 'What?',
  answerName: 'answer',
  answerSchema: { type: 'object' },
  answerTokensMax: 100,
  signal: AbortSignal.timeout(5_000),
};

/** Written from the package's documentation; the package itself is not among ours. */
function fakeLlama(answer: (user: string) => Promise<string>): LlamaModule {
  return {
    getLlama: async () => ({
      loadModel: async () => ({
        createContext: async () => ({ getSequence: () => ({}), dispose: async () => undefined }),
        tokenize: (text) => text.split(' '),
      }),
      createGrammarForJsonSchema: async (schema) => schema,
    }),
    LlamaChatSession: class {
      prompt(user: string): Promise<string> {
        return answer(user);
      }
    },
  };
}

describe('the GGUF client', () => {
  it('says what to do when the file is missing', () => {
    expect(() => createLlamaClient(join(folder, 'none.gguf'))).toThrow(/there is no such file/);
  });

  it('says what to install when the package is missing', async () => {
    await expect(createLlamaClient(file).ask(question)).rejects.toMatchObject({
      code: 'model_missing',
      sentence: expect.stringContaining('npm install --no-save node-llama-cpp@3'),
    });
  });

  it('answers one question after the other, also after one failed', async () => {
    let going = 0;
    const client = createLlamaClient(file, async () =>
      fakeLlama(async (user) => {
        going += 1;
        expect(going).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        going -= 1;
        if (user === 'Bad') throw new Error('out of memory');
        return '{"a":1}';
      }),
    );
    const [good, bad, again] = await Promise.allSettled(
      ['What?', 'Bad', 'What?'].map((user) => client.ask({ ...question, user })),
    );
    expect(good).toMatchObject({ value: { text: '{"a":1}', tokens: { inputTokens: 2, outputTokens: 1 } } });
    expect(bad).toMatchObject({ reason: { code: 'model_answer_unusable' } });
    expect(again).toMatchObject({ status: 'fulfilled' });
    expect(client.name).toBe('gguf:tiny');
  });
});
