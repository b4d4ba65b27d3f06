import { describe, expect, it } from 'vitest';
import { SeenIds } from './seen-ids.ts';

describe('SeenIds', () => {
  it('names the line on which an id stood first, among many', () => {
    const seen = new SeenIds();
    for (let line = 1; line <= 50_000; line += 1) expect(seen.firstLine(`c${line}`, line)).toBeNull();
    for (let line = 1; line <= 50_000; line += 1) expect(seen.firstLine(`c${line}`, 99)).toBe(line);
  });

  it('keeps the first line when an id comes a third time', () => {
    const seen = new SeenIds();
    expect([7, 8, 9].map((line) => seen.firstLine('', line))).toEqual([null, 7, 7]);
  });

  it('forgets instead of growing without end', () => {
    const seen = new SeenIds(10);
    for (let line = 1; line <= 10; line += 1) seen.firstLine(`c${line}`, line);
    expect(seen.firstLine('c1', 11)).toBeNull();
  });
});
