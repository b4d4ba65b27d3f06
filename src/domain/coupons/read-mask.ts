import { normaliseCode } from './normalise-code.ts';

/** What a masked code shows: its pieces in order, with what is hidden between them. */
export interface Mask {
  /** Normalised; the first and the last may be empty. Gaps lie between them. */
  readonly pieces: readonly string[];
  /** How many characters each gap hides; null when the sign does not say (an ellipsis). */
  readonly gaps: readonly (number | null)[];
}

/** One sign hides one character. */
const ONE = /[•●○◦∙⚫⬤■□▪▫█▓▒░◾◼◽◻⬛⬜🟦🟥🔒🔴⭐★☆⋆∗⁎⁕※‣▮▯❓❔❌*＊✱✲✳﹡?？#＃_＿·⋅・×✕✖]/u;
/** Three dots or an ellipsis hide any number. */
const ANY = /…|\.{3,}|(?:⋯)/u;
const PARTS = new RegExp(`(${ANY.source}|(?:${ONE.source}\\s?)+)`, 'u');

/**
 * Reads a code of which a page shows only a part, such as `SAVE••20` or `SUM…`.
 *
 * @returns null when nothing is hidden, or nothing is shown.
 */
export function readMask(text: string): Mask | null {
  const visible = text.normalize('NFC').trim();
  // A hash or an underscore at the edge is decoration: #SAVE20, _SAVE20_.
  const parts = visible.replace(/^[#＃_＿]+(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])[_＿]+$/gu, '').split(PARTS);
  if (parts.length < 3) return null;
  const pieces = parts.filter((_, at) => at % 2 === 0).map(normaliseCode);
  const gaps = parts.filter((_, at) => at % 2 === 1).map(gapOf);
  if (pieces.every((piece) => piece === '')) return null;
  // One underscore between letters joins words: MY_CODE hides nothing.
  const isJoined =
    gaps.length > 0 && parts.every((part, at) => at % 2 === 0 || /^[_＿·⋅・#＃×]$/u.test(part));
  return isJoined ? null : { pieces, gaps };
}

function gapOf(signs: string): number | null {
  return ANY.test(signs) ? null : [...signs.replaceAll(/\s/g, '')].length;
}

/** A star, a hash or a question mark behind a code; Markdown's stars round it. */
const DECORATION = /^#?[\p{L}\p{N}\s.-]+[*＊?？#]$|^([*_]{1,2})[\p{L}\p{N}\s.-]+\1$/u;
const BETWEEN_ALL = /^\p{L}?(?:[*＊_#][\p{L}\p{N}]){3,}$/u;

/** Whether the signs of a mask may hide nothing: `SAVE20*`, `**SAVE20**`, `S*A*V*E`. */
export const isDecorated = (text: string): boolean => DECORATION.test(text) || BETWEEN_ALL.test(text);

/** The characters that a mask shows. */
export const shownLength = ({ pieces }: Mask): number => pieces.reduce((sum, piece) => sum + piece.length, 0);

/** The same mask for sites that always paint the same number of signs: what is hidden by three and more may be of any length. */
export function loosened({ pieces, gaps }: Mask): Mask {
  return { pieces, gaps: gaps.map((gap) => (gap !== null && gap >= 3 ? null : gap)) };
}

/** Tells of normalised codes whether they could stand behind a mask. */
export function maskTest({ pieces, gaps }: Mask): (key: string) => boolean {
  const between = gaps.map((gap) => (gap === null ? '[^]*' : `[^]{${gap}}`));
  const pattern = pieces.map((piece, at) => piece.replaceAll(/[^A-Z0-9]/g, '\\$&') + (between[at] ?? ''));
  const whole = new RegExp(`^${pattern.join('')}$`);
  const least = pieces.reduce((sum, piece, at) => sum + piece.length + (gaps[at] ?? 0), 0);
  const isFixed = gaps.every((gap) => gap !== null);
  return (key) => (isFixed ? key.length === least : key.length >= least) && whole.test(key);
}
