import sharp from 'sharp';
import { chanceOf } from '../../db/demo/chance.ts';
import { paintPicture } from '../../db/demo/pictures/paint-picture.ts';
import { PICTURE_STYLES } from '../../db/demo/pictures/picture-style.ts';
import { readApplication } from '../../src/domain/vetting/read-application.ts';
import { vetBatch } from '../../src/domain/vetting/vet-batch.ts';
import { VETTING_POLICY_DEFAULTS } from '../../src/domain/vetting/vetting-policy.ts';
import { seeBatch } from '../../src/intake/vetting/images/see-batch.ts';
import type { BenchResult } from './bench-result.ts';

const APPLICATIONS = 40;
const PICTURES = 9;
const REPETITIONS = 3;
const [WIDTH, HEIGHT] = [1_080, 1_350];
const NOW = new Date('2026-11-20T09:00:00Z');

/** Vetting applications with nine JPEGs of 1080 × 1350 each, against only decoding the same pictures to pixels, one after the other. */
export async function benchVettingPictures(): Promise<BenchResult> {
  const pictures = await paintedFiles();
  const applications = Array.from({ length: APPLICATIONS }, (_, at) => ({
    id: `bench-${at}`,
    handle: `painter.${at}`,
    platform: 'instagram',
    posts: Array.from({ length: PICTURES }, (_, post) => ({
      text: `picture ${post}`,
      image: `data:image/jpeg;base64,${pictures[(at * 5 + post * 7) % pictures.length]?.toString('base64')}`,
    })),
  }));
  await vetAll(applications.slice(0, 4));
  const ratios: number[] = [];
  let vetSeconds = 0;
  let decodeSeconds = 0;
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    decodeSeconds = await secondsOf(() => decodeAll(pictures, APPLICATIONS * PICTURES));
    vetSeconds = await secondsOf(() => vetAll(applications));
    ratios.push(vetSeconds / decodeSeconds);
  }
  return {
    name: 'vetting-pictures',
    says: 'vetting applications with nine pictures each, on threads ÷ decoding those pictures at full size, one by one',
    ratios,
    promise: { atMost: 1.5 },
    seen: {
      applications: APPLICATIONS,
      vetSeconds,
      decodeSeconds,
      applicationsPerSecond: APPLICATIONS / vetSeconds,
    },
  };
}

/** As large as feeds serve them. */
function paintedFiles(): Promise<Buffer[]> {
  const chance = chanceOf('bench pictures');
  return Promise.all(
    PICTURE_STYLES.flatMap((style) => [style, style]).map((style) => {
      const { width, height, data } = paintPicture(style, () => chance.unit(), WIDTH, HEIGHT);
      return sharp(data, { raw: { width, height, channels: 3 } })
        .jpeg({ quality: 85 })
        .toBuffer();
    }),
  );
}

async function vetAll(values: readonly unknown[]): Promise<number> {
  const read = values.map(readApplication).filter((result) => 'application' in result);
  const { pictures, looks } = await seeBatch(read, {
    brandBoard: [],
    folder: null,
    web: null,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return [...vetBatch(read, { policy: VETTING_POLICY_DEFAULTS, now: NOW, pictures, looks })].length;
}

async function decodeAll(pictures: readonly Buffer[], count: number): Promise<void> {
  for (let at = 0; at < count; at += 1)
    await sharp(pictures[at % pictures.length])
      .raw()
      .toBuffer();
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}
