import { expect, it } from 'vitest';
import { type BatchEntry, indexBatch } from './batch-index.ts';
import { pictureBands } from './picture-bands.ts';
import { pictureFindings } from './picture-findings.ts';

const entry = (id: string, pictureHashes: string[], more: Partial<BatchEntry> = {}): BatchEntry => ({
  id,
  platform: 'instagram',
  handle: id,
  skeleton: id,
  followers: 10_000,
  isVerified: null,
  aboutHashes: [],
  postHashes: [],
  pictureHashes,
  ...more,
});
const OWN = ['f0e1d2c3b4a59687', '0123456789abcdef', '5a5a5a5aa5a5a5a5'];
/** The same pictures, recoded: three bits each differ. */
const COPIES = ['f0e1d2c3b4a59680', '0123456789abcde8', '5a5a5a5aa5a5a5a2'];
const flagsOf = (one: BatchEntry, all: BatchEntry[]) =>
  pictureFindings(one, indexBatch(all)).map(({ flag }) => flag);

it('tells the better known owner of pictures from whoever shows them under another handle', () => {
  const known = entry('known', OWN, { followers: 90_000 });
  const thief = entry('thief', COPIES);
  expect(flagsOf(thief, [known, thief])).toEqual(['impersonation']);
  expect(flagsOf(known, [known, thief])).toEqual([]);
});

it('calls it a duplicate where nobody is better known, or the handle is the same', () => {
  const one = entry('one', OWN);
  expect(flagsOf(one, [one, entry('two', COPIES)])).toEqual(['duplicate_application']);
  expect(flagsOf(one, [one, entry('three', COPIES, { handle: 'one', platform: 'tiktok' })])).toEqual([
    'duplicate_application',
  ]);
});

it('makes nothing of one picture in common among several, or of others’ pictures', () => {
  const one = entry('one', OWN);
  expect(flagsOf(one, [one, entry('two', [COPIES[0] ?? '', '1111222233334444'])])).toEqual([]);
  expect(flagsOf(one, [one, entry('two', ['00ff00ff00ff00ff', '1111222233334444'])])).toEqual([]);
});

it('cuts a hash so that up to four changed bits leave one band alone', () => {
  const bands = pictureBands('f0e1d2c3b4a59687');
  expect(bands).toHaveLength(5);
  const changed = pictureBands('f0e1d2c3b4a59688');
  expect(bands.filter((band) => changed.includes(band)).length).toBeGreaterThanOrEqual(1);
});
