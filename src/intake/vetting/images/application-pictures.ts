import type { Application } from '../../../domain/vetting/application.ts';
import type { LookMeasure } from '../../../domain/vetting/look/look-measure.ts';
import type { PictureFacts } from '../../../domain/vetting/look/picture-facts.ts';
import { pictureProblems, type UnreadablePicture } from '../../../domain/vetting/look/picture-problem.ts';
import { openPicture, type PictureSources } from './open-picture.ts';
import type { PictureWorkers } from './picture-workers.ts';

/** The newest dozen show the present; more would let one application hold up the others. */
export const PICTURES_MAX = 12;
/** A picture of one colour has a hash of chance. */
const CONTRAST_TO_TELL = 4;

/** One picture that was looked at. */
export interface SeenPicture {
  /** Of its post, from 1. */
  readonly place: number;
  readonly look: LookMeasure;
  /** 16 hexadecimal digits. */
  readonly hash: string;
  /** A small WebP; null unless it was asked for. */
  readonly shown: Uint8Array | null;
}

export interface SeenPictures {
  readonly seen: readonly SeenPicture[];
  readonly unreadable: readonly UnreadablePicture[];
}

/** Looks at the pictures of one application's newest posts. Broken, huge and absent ones are named, never thrown. */
export async function seePictures(
  { posts }: Pick<Application, 'posts'>,
  {
    workers,
    withShown = false,
    signal,
    ...sources
  }: PictureSources & { workers: PictureWorkers; withShown?: boolean; signal?: AbortSignal },
): Promise<SeenPictures> {
  const seen: SeenPicture[] = [];
  const unreadable: UnreadablePicture[] = [];
  const withPicture = posts
    .flatMap(({ image }, at) => (image === null ? [] : [{ image, place: at + 1 }]))
    .slice(0, PICTURES_MAX);
  await Promise.all(
    withPicture.map(async ({ image, place }) => {
      const opened = await openPicture(image, sources, signal);
      if (opened.state !== 'open') return unreadable.push({ place, ...opened });
      const read = await workers.read(opened.bytes, { withShown });
      if (read.state === 'unreadable')
        return unreadable.push({ place, state: 'broken', reason: lowered(read.reason) });
      const { look, hash, shown } = read;
      return seen.push({ place, look, hash: hash.toString(16).padStart(16, '0'), shown });
    }),
  );
  const byPlace = (one: { place: number }, other: { place: number }): number => one.place - other.place;
  return { seen: seen.sort(byPlace), unreadable: unreadable.sort(byPlace) };
}

/** What vetting is told of an application's pictures; null when it has none. */
export function pictureFacts({ seen, unreadable }: SeenPictures): PictureFacts | null {
  const pictures = seen.length + unreadable.length;
  if (pictures === 0) return null;
  return {
    measures: seen.map(({ look }) => look),
    hashes: seen.filter(({ look }) => look.contrast >= CONTRAST_TO_TELL).map(({ hash }) => hash),
    unreadable: unreadable.length,
    problems: pictureProblems(unreadable, pictures),
  };
}

const lowered = (sentence: string): string => sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
