import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readApplication } from '../../../domain/vetting/read-application.ts';
import type { TextReading } from '../../../domain/vetting/text-reading.ts';
import { readOnTwoCores } from './read-on-two-cores.ts';

const NOTHING: TextReading = { found: [], dismissed: [] };

function application(id: string, bio: string) {
  const read = readApplication({ id, bio, language: 'en' });
  if ('error' in read) throw new Error(read.error.message);
  return read.application;
}

describe('readOnTwoCores', () => {
  it('reads a few in this thread', async () => {
    const read = readOnTwoCores(async (list) => list.map(() => NOTHING));
    expect(await read([application('a', 'mugs'), application('b', 'lamps')])).toEqual([NOTHING, NOTHING]);
  });

  it.runIf(availableParallelism() > 1)(
    'keeps the order of many, every second of them from the other thread',
    async () => {
      const marked: TextReading = { found: [{ flag: 'minor', chance: 1 }], dismissed: [] };
      const read = readOnTwoCores(async (list) => list.map(() => marked));
      const readings = await read(
        Array.from({ length: 40 }, (_, at) =>
          application(`a${at}`, at === 3 ? 'online casino, free spins' : 'mugs'),
        ),
      );
      expect(readings).toHaveLength(40);
      const isOwn = (reading: TextReading): boolean => reading.found.some(({ flag }) => flag === 'minor');
      expect(readings.map(isOwn)).toEqual(readings.map((_, at) => at % 2 === 0));
      expect(readings[3]?.found.map(({ flag }) => flag)).toEqual(['gambling']);
    },
    120_000,
  );
});
