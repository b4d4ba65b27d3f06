import type { Pixels } from '../../../src/domain/vetting/look/pixels.ts';
import { at, chanceOf } from '../chance.ts';
import { paintPicture } from '../pictures/paint-picture.ts';
import { PICTURE_STYLES } from '../pictures/picture-style.ts';

const BOARD_PICTURES = 9;
const PICTURES = 6;
/** Whose posts have pictures, and in which style they are painted: 0 is the brand's own. */
const STYLES: Readonly<Record<string, number>> = {
  d01: 0,
  d02: 0,
  d03: 1,
  d04: 0,
  d05: 0,
  d12: 0,
  d37: 2,
  d47: 4,
};

/** The demo brand's reference board: painted by our own code, nobody's photographs. */
export const demoBoard = (): Pixels[] =>
  Array.from({ length: BOARD_PICTURES }, (_, place) => painted(0, `demo board ${place}`));

/** The applicant with painted pictures under its posts, where the demo gives it some. */
export function withPictures<Applicant extends Readonly<Record<string, unknown>>>(applicant: Applicant) {
  const style = STYLES[String(applicant.id)];
  if (style === undefined || !Array.isArray(applicant.posts)) return applicant;
  const posts: unknown[] = applicant.posts;
  return {
    ...applicant,
    posts: Array.from({ length: Math.max(posts.length, PICTURES) }, (_, place) => ({
      ...(posts[place] ?? { text: '' }),
      image: `painted:${style}:${String(applicant.id)}:${place}`,
    })),
  };
}

/** The picture behind such a name; null when it is none. */
export function demoPicture(name: string): Pixels | null {
  const match = /^painted:(\d):(\w+):(\d)$/.exec(name);
  return match === null ? null : painted(Number(match[1]), name);
}

function painted(style: number, seed: string): Pixels {
  const chance = chanceOf(seed);
  return paintPicture(at(PICTURE_STYLES, style), () => chance.unit());
}
