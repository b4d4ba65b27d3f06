import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ModelQuestion } from '../client.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../testing/fake-openai.ts';
import { createOpenAiClient } from './create-openai-client.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterAll(() => fake.close());
beforeEach(() => fake.forget());

const client = (apiKey: string | null = 'sk-test') =>
  createOpenAiClient({ apiKey, baseUrl: fake.url, model: 'test-model' });
const question = (timeoutMs = 5_000): ModelQuestion => ({
  system: 'Answer.',
  user: 'What?',
  answerName: 'answer',
  answerSchema: {
    type: 'object',
    properties: { a: { type: 'string' } },
    required: ['a'],
    additionalProperties: false,
  },
  answerTokensMax: 300,
  signal: AbortSignal.timeout(timeoutMs),
});

describe('the OpenAI-compatible client', () => {
  it('asks for a JSON schema, with its key and without tools, and counts tokens', async () => {
    fake.script(() => ({ is: 'answer', content: '{"a":"b"}' }));
    expect(await client().ask(question())).toEqual({
      text: '{"a":"b"}',
      tokens: { inputTokens: 4, outputTokens: 3 },
    });
    expect(fake.asked).toMatchObject([
      {
        model: 'test-model',
        authorization: 'Bearer sk-test',
        response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true } },
        max_tokens: 300,
        messages: [
          { role: 'system', content: 'Answer.' },
          { role: 'user', content: 'What?' },
        ],
      },
    ]);
    expect(fake.asked[0]?.tools ?? fake.asked[0]?.functions).toBeUndefined();
  });

  it('needs no key where only a server is named', async () => {
    fake.script(() => ({ is: 'answer', content: '{"a":"b"}' }));
    await client(null).ask(question());
    expect(fake.asked[0]?.authorization).toBe('Bearer none');
  });

  it('asks in words only where schemas are not known, and remembers it', async () => {
    fake.script((asked) =>
      asked.response_format
        ? { is: 'status', status: 400, says: "unknown field 'response_format'" }
        : { is: 'answer', content: '{"a":"b"}' },
    );
    const one = client();
    expect((await one.ask(question())).text).toBe('{"a":"b"}');
    await one.ask(question());
    expect(fake.asked.map(({ response_format }) => response_format?.type)).toEqual([
      'json_schema',
      undefined,
      undefined,
    ]);
  });

  it('does not unlearn schemas because of a request that is wrong otherwise too', async () => {
    fake.script(() => ({ is: 'status', status: 400, says: 'too long' }));
    const one = client();
    await expect(one.ask(question())).rejects.toMatchObject({ code: 'model_rejects_us' });
    fake.script(() => ({ is: 'answer', content: '{"a":"b"}' }));
    await one.ask(question());
    expect(fake.asked.at(-1)?.response_format?.type).toBe('json_schema');
  });

  it.each([
    ['a wrong key', { is: 'status', status: 401, says: 'Incorrect API key' }, 'model_rejects_us', {}],
    [
      'a limit',
      { is: 'status', status: 429, headers: { 'retry-after': '7' } },
      'model_rate_limited',
      { retryAfterMs: 7_000 },
    ],
    ['a limit without a hint', { is: 'status', status: 429 }, 'model_rate_limited', {}],
    ['a fault of the server', { is: 'status', status: 500 }, 'model_unreachable', {}],
    ['garbage', { is: 'garbage' }, 'model_answer_unusable', {}],
    ['half an answer', { is: 'half' }, 'model_unreachable', {}],
  ] as const)('says what went wrong at %s, and tries once only', async (_name, reply, code, facts) => {
    fake.script(() => reply);
    await expect(client().ask(question())).rejects.toMatchObject({ code, facts });
    expect(fake.asked.length).toBe(1);
  });

  it('waits no longer than it may', async () => {
    fake.script(() => ({ is: 'silence' }));
    await expect(client().ask(question(150))).rejects.toMatchObject({ code: 'model_timed_out' });
  });

  it('says so when nobody listens', async () => {
    const nowhere = createOpenAiClient({ apiKey: null, baseUrl: 'http://127.0.0.1:9/v1', model: 'm' });
    await expect(nowhere.ask(question())).rejects.toMatchObject({ code: 'model_unreachable' });
  });

  it('takes a refusal for an answer without words', async () => {
    fake.script(() => ({ is: 'refusal', says: 'I cannot help with that.' }));
    expect((await client().ask(question())).text).toBe('');
  });

  it('listens to no tool call that nobody asked for', async () => {
    const toolCalls = [
      { id: '1', type: 'function', function: { name: 'approve', arguments: '{"all":true}' } },
    ];
    fake.script(() => ({ is: 'answer', content: '{"a":"b"}', toolCalls }));
    expect(await client().ask(question())).toEqual({ text: '{"a":"b"}', tokens: expect.anything() });
  });
});
