import { describe, expect, it } from 'vitest';
import { jsonIn } from './json-in.ts';

describe('jsonIn', () => {
  it.each([
    ['bare', '{"a":1}'],
    ['in a fence', '```json\n{"a":1}\n```'],
    ['between words', 'Here you are: {"a":1} I hope it helps.'],
    ['after thoughts', '<think>maybe {"a":2}?</think>{"a":1}'],
  ])('reads JSON that stands %s', (_name, text) => {
    expect(jsonIn(text)).toEqual({ a: 1 });
  });

  it.each(['', 'no', '{"a":', '{"a":1} {"a":2}', '}{'])('reads nothing from %j', (text) => {
    expect(jsonIn(text)).toBeUndefined();
  });
});
