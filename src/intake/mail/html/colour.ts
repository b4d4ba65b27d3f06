/** Red, green and blue in [0, 255], or `transparent`. */
export type Colour = readonly [number, number, number] | 'transparent';

const NAMED: Readonly<Record<string, Colour>> = {
  white: [255, 255, 255],
  black: [0, 0, 0],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  whitesmoke: [245, 245, 245],
  ghostwhite: [248, 248, 255],
  transparent: 'transparent',
};
const CHANNEL_DIFFERENCE_MIN = 16;

/** A CSS colour; null when it is none of the forms that mails use. */
export function colourOf(text: string): Colour | null {
  const value = text.trim().toLowerCase();
  const named = NAMED[value];
  if (named) return named;
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(value)?.[1];
  if (hex !== undefined) {
    const full = hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex;
    const number = Number.parseInt(full, 16);
    return [number >> 16, (number >> 8) & 255, number & 255];
  }
  const rgb = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+)%?)?\s*\)$/.exec(value);
  if (!rgb) return null;
  if (rgb[4] !== undefined && Number(rgb[4]) === 0) return 'transparent';
  return [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])];
}

/** Whether words in one colour are seen on the other. */
export function isLegible(words: Colour, ground: Colour): boolean {
  if (words === 'transparent') return false;
  if (ground === 'transparent') return true;
  return words.some((channel, index) => Math.abs(channel - (ground[index] ?? 0)) >= CHANNEL_DIFFERENCE_MIN);
}
