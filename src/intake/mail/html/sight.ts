import { type Colour, colourOf, isLegible } from './colour.ts';

/** What an element passes on about whether its words are seen. */
export interface Sight {
  /** Taken out for good: nothing inside can be seen again. */
  readonly isGone: boolean;
  readonly isInvisible: boolean;
  readonly isTiny: boolean;
  readonly words: Colour;
  readonly ground: Colour;
}

/** Black on white, as mail programs show what says nothing. */
export const PLAIN_SIGHT: Sight = {
  isGone: false,
  isInvisible: false,
  isTiny: false,
  words: [0, 0, 0],
  ground: [255, 255, 255],
};

/** A font below this is no reading matter. */
const FONT_PIXELS_MIN = 3;

/**
 * What an element's attributes and declarations make of what it was given by the element round it.
 *
 * @param rules - declarations that the style sheet has for its classes and id.
 */
export function sightOf(outer: Sight, attributes: ReadonlyMap<string, string>, rules: string): Sight {
  const style = declarationsOf(`${rules};${attributes.get('style') ?? ''}`);
  const ground = colourOf(
    firstWord(style.get('background-color') ?? style.get('background') ?? attributes.get('bgcolor') ?? ''),
  );
  const words = colourOf(style.get('color') ?? attributes.get('color') ?? '');
  const visibility = style.get('visibility');
  const font = style.get('font-size');
  return {
    isGone: outer.isGone || attributes.has('hidden') || takesOut(style),
    isInvisible: visibility === undefined ? outer.isInvisible : visibility !== 'visible',
    isTiny: font === undefined ? outer.isTiny : isTinyFont(font),
    words: words ?? outer.words,
    ground: ground === null || ground === 'transparent' ? outer.ground : ground,
  };
}

/** Whether words standing there are seen. */
export function isSeen(sight: Sight): boolean {
  return !sight.isGone && !sight.isInvisible && !sight.isTiny && isLegible(sight.words, sight.ground);
}

function takesOut(style: ReadonlyMap<string, string>): boolean {
  if (style.get('display') === 'none') return true;
  if (/^0*\.?0+%?$/.test(style.get('opacity') ?? '1')) return true;
  const isClipped = style.get('overflow') === 'hidden';
  if (isClipped && ['max-height', 'height', 'max-width', 'width'].some((side) => isNothing(style.get(side))))
    return true;
  if (/^rect\(\s*0/.test(style.get('clip') ?? '')) return true;
  const isMoved = style.get('position') === 'absolute' || style.get('position') === 'fixed';
  if (isMoved && ['left', 'top', 'right'].some((side) => /^-\d{3,}/.test(style.get(side) ?? ''))) return true;
  return /^-\d{3,}/.test(style.get('text-indent') ?? '');
}

const isNothing = (size: string | undefined): boolean =>
  size !== undefined && /^[01](?:\.\d+)?(?:px|pt|em|%)?$/.test(size);

function isTinyFont(size: string): boolean {
  const [, number, unit] = /^([\d.]+)(px|pt|em|rem|%)?$/.exec(size) ?? [];
  if (number === undefined) return false;
  if (unit === '%') return Number(number) < 15;
  if (unit === 'em' || unit === 'rem') return Number(number) < 0.2;
  return Number(number) < FONT_PIXELS_MIN;
}

function declarationsOf(text: string): Map<string, string> {
  const declarations = new Map<string, string>();
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon <= 0) continue;
    const value = declaration.slice(colon + 1).replace(/\s*!\s*important\s*$/i, '');
    declarations.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return declarations;
}

const firstWord = (value: string): string => (value.startsWith('rgb') ? value : (value.split(/\s/)[0] ?? ''));
