import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readRecords } from './read-records.ts';

/** Gives a text in pieces of the given sizes, over and over. */
async function* chunked(
  content: string | Buffer,
  sizes: readonly number[] = [1_000_000],
): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(content);
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function read(content: string | Buffer, sizes?: readonly number[]) {
  const { header, pieces } = await readRecords(chunked(content, sizes));
  const records = [];
  for await (const piece of pieces) {
    for (const { line, cells, problem, raw } of piece) records.push({ line, cells, problem, raw: raw() });
  }
  return { header, records };
}

const good = (line: number, ...cells: string[]) => expect.objectContaining({ line, cells, problem: null });
const bad = (line: number, problem: string, raw: string) => ({ line, cells: null, problem, raw });
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
const cell = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc
      .array(fc.constantFrom('"', ',', '\n', '\r\n', '\r', ' ', 'a', "'", '=', 'é', '😀'), { maxLength: 8 })
      .map((s) => s.join('')),
  )
  .filter((text) => !text.includes('\0'));
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }),
  );

describe('readRecords', () => {
  it('reads any cells that were written as CSV, however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(table, sizes, fc.constantFrom('\n', '\r\n'), async (rows, cuts, newline) => {
        const columns = rows[0]?.length ?? 0;
        const names = Array.from({ length: columns }, (_, index) => `c${index}`);
        const { header, records } = await read(Papa.unparse([names, ...rows], { newline }) + newline, cuts);
        expect(header).toEqual(names);
        // A row of nothing but spaces is a blank line only where there is one column; here there are more.
        expect(records.map(({ cells }) => cells)).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  it('numbers the lines on which rows begin, and gives them back as they stand', async () => {
    const { records } = await read('a,b\n1,"x\ny"\n\n2,z\n"3",\n');
    expect(records).toEqual([
      { line: 2, cells: ['1', 'x\ny'], problem: null, raw: '1,"x\ny"' },
      { line: 5, cells: ['2', 'z'], problem: null, raw: '2,z' },
      { line: 6, cells: ['3', ''], problem: null, raw: '"3",' },
    ]);
  });

  it.each([
    ['too few cells', '3', 'The row has 1 cells where the header has 2.'],
    ['too many cells', '3,z,z', 'The row has 3 cells where the header has 2.'],
    ['a quote that nobody closes', '3,"z', 'A quote is opened and not closed.'],
    ['a quote inside a cell', '3,z"z', 'A quote is opened and not closed.'],
    ['two quotes inside a cell', '3,z"z"z', 'A quote stands where none may stand.'],
    ['text after a quote', '3,"z"z', 'A quote stands where none may stand.'],
    ['a NUL byte', '3,\0', 'The row has a NUL byte.'],
  ])('lets %s cost that row alone', async (_, row, problem) => {
    for (const cuts of [[1_000], [7], [1, 2, 3]]) {
      const { records } = await read(`a,b\n1,x\n2,"y, y"\n${row}\n4,"u"\n5,"v\nv"\n6,w\n`, cuts);
      expect(records).toEqual([
        good(2, '1', 'x'),
        good(3, '2', 'y, y'),
        bad(4, problem, row),
        good(5, '4', 'u'),
        good(6, '5', 'v\nv'),
        good(8, '6', 'w'),
      ]);
    }
  });

  it('lets an open quote cost its row alone in a long file, with quotes after it or without', async () => {
    for (const rest of ['n,plain', 'n,"quoted, cell"', 'n,"two\nlines"']) {
      const rows = Array.from({ length: 9_000 }, () => rest);
      const broken = rows.with(4_000, 'n,"open');
      const { records } = await read(`a,b\n${broken.join('\n')}\n`, [10_000]);
      expect(records.filter(({ problem }) => problem !== null).map(({ raw }) => raw)).toEqual(['n,"open']);
      expect(records).toHaveLength(9_000);
    }
  });

  it('names bytes that are not UTF-8', async () => {
    const content = Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xe9]), Buffer.from('\n2,é\n')]);
    const { records } = await read(content);
    expect(records).toEqual([bad(2, 'The row is not valid UTF-8.', '1,\ufffd'), good(3, '2', 'é')]);
  });

  it('takes either line end, mixed too, and a last line without one', async () => {
    for (const content of ['a,b\r\n1,x\r\n2,y', 'a,b\n1,x\r\n2,y', 'a,b\r\n1,x\n2,y\r\n']) {
      const { header, records } = await read(content, [3]);
      expect(header).toEqual(['a', 'b']);
      expect(records).toEqual([good(2, '1', 'x'), good(3, '2', 'y')]);
    }
  });

  it('cuts off a row without end', async () => {
    const { records } = await read(`a,b\n1,${'x'.repeat(200_000)}\n2,y\n`, [10_000]);
    expect(records).toEqual([
      expect.objectContaining({ line: 2, problem: 'The row is longer than 65536 bytes.' }),
      good(3, '2', 'y'),
    ]);
  });

  it('reads a header alone, and one after blank lines', async () => {
    expect(await read('\n \n"a",b')).toEqual({ header: ['a', 'b'], records: [] });
  });

  it.each([
    ['', 'The file is empty.'],
    [' \n\n', 'The file is empty.'],
    ['a,"b\n1,2\n', 'its quotes are wrong'],
    ['x'.repeat(100_000), 'this is not CSV'],
  ])('stops at %j', async (content, sentence) => {
    await expect(read(content, [50_000])).rejects.toThrow(sentence);
  });
});
