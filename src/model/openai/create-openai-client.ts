import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { ChatOpenAI } from '@langchain/openai';
import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import type { ModelAnswer, ModelClient, ModelQuestion } from '../client.ts';
import { refusalOf } from './refusal-of.ts';

export interface OpenAiSettings {
  /** Null where a server of one's own wants none. */
  readonly apiKey: string | null;
  /** Null for OpenAI's own server. */
  readonly baseUrl: string | null;
  readonly model: string;
}

const OPENAI = 'https://api.openai.com/v1';
/** The client insists on a key; a server of one's own ignores it. */
const NO_KEY = 'none';
const ANSWER_LENGTH_MAX = 200_000;
/** How a server says that it does not know `response_format`. */
const FORMAT_UNKNOWN: readonly number[] = [400, 404, 415, 422, 501];

const Usage = z.object({ input_tokens: z.int().min(1), output_tokens: z.int().min(0) });

/**
 * Any server that speaks OpenAI's chat completions.
 *
 * It is asked for a JSON schema first. A server that refuses that is asked again in words only, and from then on: which
 * it knows is found out by trying. No request ever carries a tool.
 */
export function createOpenAiClient({ apiKey, baseUrl, model }: OpenAiSettings): ModelClient {
  let knowsSchemas = true;
  const chat = (answerTokensMax: number) =>
    new ChatOpenAI({
      model,
      apiKey: apiKey ?? NO_KEY,
      maxTokens: answerTokensMax,
      // Tries are counted, paid for and waited for outside.
      maxRetries: 0,
      streaming: false,
      useResponsesApi: false,
      configuration: { baseURL: baseUrl ?? OPENAI, logLevel: 'off' },
    });

  async function askAs(question: ModelQuestion, asSchema: boolean): Promise<ModelAnswer> {
    const { system, user, pictures = [], answerName, answerSchema, answerTokensMax, signal } = question;
    const message = await chat(answerTokensMax).invoke(
      [new SystemMessage(system), new HumanMessage(contentOf(user, pictures))],
      {
        signal,
        ...(asSchema && {
          response_format: {
            type: 'json_schema' as const,
            json_schema: { name: answerName, schema: answerSchema, strict: true },
          },
        }),
      },
    );
    const usage = Usage.safeParse(message.usage_metadata);
    return {
      text: message.text.slice(0, ANSWER_LENGTH_MAX),
      tokens: usage.success
        ? { inputTokens: usage.data.input_tokens, outputTokens: usage.data.output_tokens }
        : null,
    };
  }

  return {
    name: model,
    async ask(question) {
      const asSchema = knowsSchemas;
      try {
        return await askAs(question, asSchema);
      } catch (error) {
        if (!asSchema || !isFormatUnknown(error)) throw refusalOf(error, question.signal);
      }
      try {
        const answer = await askAs(question, false);
        knowsSchemas = false;
        return answer;
      } catch (error) {
        throw refusalOf(error, question.signal);
      }
    },
  };
}

/** Words alone stay a plain text, which every server knows. Pictures are seen coarsely: that suffices for a look, and costs little. */
const contentOf = (user: string, pictures: readonly string[]) =>
  pictures.length === 0
    ? user
    : [
        { type: 'text' as const, text: user },
        ...pictures.map((url) => ({
          type: 'image_url' as const,
          image_url: { url, detail: 'low' as const },
        })),
      ];

/** @throws {Refusal} at once when it is our own: nothing else is thrown by a refusal than a refusal. */
function isFormatUnknown(error: unknown): boolean {
  if (error instanceof Refusal) throw error;
  return error instanceof Error && 'status' in error && FORMAT_UNKNOWN.includes(Number(error.status));
}
