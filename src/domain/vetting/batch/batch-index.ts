import { createHash } from 'node:crypto';
import { foldText } from '../../text/fold-text.ts';
import type { Application, Platform } from '../application.ts';
import { pictureBands } from './picture-bands.ts';
import { skeletonOf } from './skeleton.ts';

/** Of one application what is compared with the others; small, so that many thousand fit in memory. */
export interface BatchEntry {
  readonly id: string;
  readonly platform: Platform | null;
  /** Folded, without the at sign; null when there is none. */
  readonly handle: string | null;
  readonly skeleton: string;
  readonly followers: number | null;
  readonly isVerified: boolean | null;
  /** Of the texts that are long enough to be somebody's own. */
  readonly aboutHashes: readonly string[];
  readonly postHashes: readonly string[];
  /** Perceptual, 16 hexadecimal digits each. */
  readonly pictureHashes: readonly string[];
}

/** All applications of a batch by what they may have in common. */
export interface BatchIndex {
  readonly byHandle: ReadonlyMap<string, readonly BatchEntry[]>;
  readonly bySkeleton: ReadonlyMap<string, readonly BatchEntry[]>;
  readonly byAbout: ReadonlyMap<string, readonly BatchEntry[]>;
  readonly byPost: ReadonlyMap<string, readonly BatchEntry[]>;
  /** By the bands of their pictures' hashes. */
  readonly byPicture: ReadonlyMap<string, readonly BatchEntry[]>;
}

/**
 * @param charactersMin - shorter texts are alike by chance.
 * @param pictureHashes - of its pictures, where they were looked at.
 */
export function batchEntry(
  application: Application,
  charactersMin: number,
  pictureHashes: readonly string[] = [],
): BatchEntry {
  const { id, platform, handle, stats, bio, pitch, posts } = application;
  const plain = handle === null ? null : foldText(handle).replace(/^@/u, '').trim();
  return {
    id,
    platform,
    handle: plain === '' ? null : plain,
    skeleton: plain === null ? '' : skeletonOf(plain),
    followers: stats.followers ?? stats.subscribers,
    isVerified: stats.isVerified,
    aboutHashes: hashes([bio, pitch], charactersMin),
    postHashes: hashes(
      posts.map(({ text }) => text),
      charactersMin,
    ),
    pictureHashes,
  };
}

export function indexBatch(entries: readonly BatchEntry[]): BatchIndex {
  const by = (keysOf: (entry: BatchEntry) => readonly string[]): Map<string, BatchEntry[]> => {
    const map = new Map<string, BatchEntry[]>();
    for (const entry of entries) {
      for (const key of new Set(keysOf(entry))) {
        const list = map.get(key);
        if (list) list.push(entry);
        else map.set(key, [entry]);
      }
    }
    return map;
  };
  return {
    byHandle: by(({ handle }) => (handle === null ? [] : [handle])),
    bySkeleton: by(({ skeleton }) => (skeleton.length >= 5 ? [skeleton] : [])),
    byAbout: by(({ aboutHashes }) => aboutHashes),
    byPost: by(({ postHashes }) => postHashes),
    byPicture: by(({ pictureHashes }) => pictureHashes.flatMap(pictureBands)),
  };
}

function hashes(texts: readonly string[], charactersMin: number): string[] {
  return texts
    .map((text) =>
      foldText(text)
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .filter((text) => text.length >= charactersMin)
    .map((text) => createHash('sha256').update(text).digest('base64').slice(0, 22));
}
