import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonElements } from './json-elements.ts';

async function* chunked(text: string, sizes: readonly number[]): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function read(text: string, sizes: readonly number[] = [1_000_000]) {
  const found = [];
  for await (const elements of jsonElements(chunked(text, sizes))) found.push(...elements);
  return found;
}

describe('jsonElements', () => {
  it('gives the elements of any array, however the stream is cut', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 6 }),
        sizes,
        fc.constantFrom(0, 2),
        async (values, cuts, indent) => {
          const found = await read(JSON.stringify(values, null, indent), cuts);
          expect(found.map(({ text }) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(values)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says on which line an element begins', async () => {
    expect(await read('[\n {"a":\n 1},\n\n {"b": "]"} ]\n')).toEqual([
      { line: 2, text: '{"a":\n 1}' },
      { line: 5, text: '{"b": "]"}' },
    ]);
  });

  it('gives what is no JSON as it stands', async () => {
    expect((await read('[{a: 1}, nonsense, {"b": 2}]')).map(({ text }) => text)).toEqual([
      '{a: 1}',
      'nonsense',
      '{"b": 2}',
    ]);
  });

  it('stops when the file ends before the array does', async () => {
    await expect(read('[{"a": 1}, {"b": ')).rejects.toThrow('ends before its JSON does');
    await expect(read('')).rejects.toThrow('ends before its JSON does');
  });

  it('stops at an element without end', async () => {
    await expect(read(`[{"a": "${'x'.repeat(3_000_000)}`, [50_000])).rejects.toThrow('does not end within');
  });
});
