import { describe, expect, it } from 'vitest';
import { readModelConfig } from './model-config.ts';

describe('readModelConfig', () => {
  it('has no model where nothing is said', () => {
    expect(readModelConfig({})).toBeNull();
  });

  it("takes OpenAI's own server and a small model where only a key is given", () => {
    expect(readModelConfig({ OPENAI_API_KEY: 'sk-1' })).toEqual({
      kind: 'openai',
      apiKey: 'sk-1',
      baseUrl: null,
      model: 'gpt-4.1-mini',
    });
  });

  it('needs no key where a server is named', () => {
    const found = readModelConfig({
      OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1/',
      MARGINKEEPER_MODEL: 'qwen3',
    });
    expect(found).toEqual({
      kind: 'openai',
      apiKey: null,
      baseUrl: 'http://127.0.0.1:11434/v1',
      model: 'qwen3',
    });
  });

  it('takes a model file where no server is named', () => {
    expect(readModelConfig({ MARGINKEEPER_GGUF: '/models/a.gguf' })).toEqual({
      kind: 'gguf',
      path: '/models/a.gguf',
    });
    expect(readModelConfig({ MARGINKEEPER_GGUF: '/a.gguf', OPENAI_API_KEY: 'k' })).toMatchObject({
      kind: 'openai',
    });
  });

  it('says what is wrong without saying what was given', () => {
    expect(() => readModelConfig({ MARGINKEEPER_MODEL: 'x' })).toThrow(/MARGINKEEPER_MODEL names a model/);
    expect(() => readModelConfig({ OPENAI_BASE_URL: 'ftp://user:secret@x' })).toThrow(
      /^(?!.*secret).*OPENAI_BASE_URL is no URL/,
    );
  });
});
