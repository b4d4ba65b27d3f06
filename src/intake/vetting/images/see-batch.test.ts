import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, chanceOf } from '../../../../db/demo/chance.ts';
import { paintPicture } from '../../../../db/demo/pictures/paint-picture.ts';
import { PICTURE_STYLES } from '../../../../db/demo/pictures/picture-style.ts';
import { DEFAULT_POLICY } from '../../../domain/policies.ts';
import { readApplication } from '../../../domain/vetting/read-application.ts';
import { vetBatch } from '../../../domain/vetting/vet-batch.ts';
import { seeBatch } from './see-batch.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'));
  await mkdir(join(folder, 'board'));
  for (let at = 0; at < 8; at += 1) {
    await writeFile(join(folder, 'board', `${at}.png`), await painting(0, `board ${at}`));
    await writeFile(join(folder, `warm${at}.jpg`), await painting(0, `warm ${at}`));
    await writeFile(join(folder, `neon${at}.jpg`), await painting(2, `neon ${at}`));
  }
  await writeFile(join(folder, 'broken.jpg'), 'no picture');
});
afterAll(() => rm(folder, { recursive: true }));

function painting(style: number, seed: string): Promise<Buffer> {
  const chance = chanceOf(seed);
  const { data, ...size } = paintPicture(at(PICTURE_STYLES, style), () => chance.unit());
  return sharp(data, { raw: { ...size, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}
const account = (id: string, images: string[], followers = 14_000) => ({
  id,
  handle: `${id}.home`,
  platform: 'instagram',
  stats: { followers, last_likes: [followers / 28, followers / 27], last_comments: [9, 8] },
  posts: images.map((image) => ({ text: `A table for ${id}`, image })),
});
async function vet(applications: unknown[], boards = ['board']) {
  const read = applications.map(readApplication).filter((each) => 'application' in each);
  const seen = await seeBatch(read, {
    brandBoard: boards.map((name) => join(folder, name)),
    folder,
    web: null,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return [...vetBatch(read, { policy: DEFAULT_POLICY.vetting, now: new Date('2026-11-20'), ...seen })];
}
const four = (name: string) => [0, 1, 2, 3].map((at) => `${name}${at}.jpg`);

it('flags pictures unlike the brand’s board, with what was compared, and not those like it', async () => {
  const [warm, neon] = await vet([account('warm', four('warm')), account('neon', four('neon'))]);
  expect(warm?.flags).not.toContain('off_brand_aesthetic');
  expect(neon?.flags).toContain('off_brand_aesthetic');
  expect(neon?.look?.parts.map(({ name }) => name)).toContain('palette');
  expect(neon?.look?.closeness).toBeLessThan(warm?.look?.closeness ?? 0);
});

it('finds copies of an applicant’s pictures in a smaller account, scaled and recoded', async () => {
  const copies = await Promise.all(
    four('warm').map(async (name) => {
      const copy = await sharp(join(folder, name)).resize(130).webp({ quality: 60 }).toBuffer();
      return `data:image/webp;base64,${copy.toString('base64')}`;
    }),
  );
  const [owner, thief] = await vet([account('owner', four('warm'), 60_000), account('thief', copies, 900)]);
  expect(owner?.flags).not.toContain('impersonation');
  expect(thief?.flags).toContain('impersonation');
});

it('explains broken pictures and accepts nobody on them; absent ones it only names', async () => {
  const [broken, absent] = await vet([
    account('broken', ['broken.jpg', 'warm0.jpg']),
    account('absent', ['none.jpg', '../../../../etc/hostname', 'https://example.invalid/a.jpg']),
  ]);
  expect(broken?.decision).toBe('review');
  expect(broken?.reasons.join(' ')).toContain(
    'One of 2 pictures could not be looked at. Post 1: it could not',
  );
  expect(absent?.reasons.join(' ')).toContain(
    '3 of 3 pictures could not be looked at. Post 1: there is no such file.',
  );
  expect(absent?.look).toBeNull();
});

it('refuses a board that is not there, or has no picture', async () => {
  await expect(vet([], ['nowhere'])).rejects.toThrow('file_unreadable');
  await expect(vet([], ['broken.jpg'])).rejects.toThrow('holds no picture');
});
