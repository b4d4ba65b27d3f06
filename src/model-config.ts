import { Refusal } from './domain/errors.ts';

/** Asked for where a key is given and no name: small, quick, and it holds itself to a JSON schema. */
const MODEL_DEFAULT = 'gpt-4.1-mini';

/** The environment's words about language models, none of them checked yet. */
export interface ModelVariables {
  readonly OPENAI_API_KEY?: string | undefined;
  readonly OPENAI_BASE_URL?: string | undefined;
  readonly MARGINKEEPER_MODEL?: string | undefined;
  readonly MARGINKEEPER_GGUF?: string | undefined;
}

/** Which language model there is; null where none is: then the embedded engine does everything. */
export type ModelConfig =
  | {
      readonly kind: 'openai';
      /** Null for a server of one's own that wants none. */
      readonly apiKey: string | null;
      /** Null for OpenAI's own server; without a slash at the end. */
      readonly baseUrl: string | null;
      readonly model: string;
    }
  | { readonly kind: 'gguf'; readonly path: string }
  | null;

/**
 * A server, where one is named or a key given; else a model file; else nothing.
 *
 * @throws {Refusal} `input_invalid` naming the variable and what is right, never what it held.
 */
export function readModelConfig(variables: ModelVariables): ModelConfig {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, MARGINKEEPER_MODEL: model } = variables;
  if (apiKey === undefined && baseUrl === undefined) {
    const path = variables.MARGINKEEPER_GGUF;
    if (path !== undefined) return { kind: 'gguf', path };
    if (model === undefined) return null;
    throw wrong(
      'MARGINKEEPER_MODEL',
      'names a model, and neither OPENAI_API_KEY nor OPENAI_BASE_URL says where it is',
    );
  }
  if (baseUrl !== undefined && !isWebUrl(baseUrl)) {
    throw wrong('OPENAI_BASE_URL', 'is no URL such as http://127.0.0.1:11434/v1');
  }
  return {
    kind: 'openai',
    apiKey: apiKey?.trim() ?? null,
    baseUrl: baseUrl?.replace(/\/+$/, '') ?? null,
    model: model?.trim() ?? MODEL_DEFAULT,
  };
}

function isWebUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:');
}

const wrong = (variable: string, what: string): Refusal =>
  new Refusal('input_invalid', `${variable} ${what}.`, { variable });
