import { isSeen, PLAIN_SIGHT, type Sight, sightOf } from './sight.ts';

/** An element that is open, and what its words take from it. */
export interface Element {
  readonly name: string;
  readonly sight: Sight;
  /** How many quotes it stands in. */
  readonly quotes: number;
  readonly isPreformatted: boolean;
}

/** What stands round everything. */
export const PAGE: Element = { name: '', sight: PLAIN_SIGHT, quotes: 0, isPreformatted: false };

/**
 * An element inside another.
 *
 * @param rules - of the style sheet, as `.class` and `#id` → declarations.
 */
export function elementIn(
  outer: Element,
  name: string,
  attributes: ReadonlyMap<string, string>,
  rules: ReadonlyMap<string, string>,
): Element {
  return {
    name,
    sight: sightOf(outer.sight, attributes, rulesFor(attributes, rules)),
    quotes: outer.quotes + (name === 'blockquote' && isQuote(attributes) ? 1 : 0),
    isPreformatted: outer.isPreformatted || name === 'pre',
  };
}

/** Where a link leads; null for one that leads nowhere, or is not shown. Its words may have a colour of their own. */
export function linkOf({ name, sight }: Element, attributes: ReadonlyMap<string, string>): string | null {
  const href = name === 'a' || name === 'area' ? attributes.get('href')?.trim() : undefined;
  if (!href || /^(?:#|cid:|javascript:|data:)/i.test(href)) return null;
  const { words, ground } = PLAIN_SIGHT;
  return isSeen({ ...sight, words, ground }) ? href : null;
}

/** Gmail's indenting is a blockquote too; it has no border, and nobody else's words. */
function isQuote(attributes: ReadonlyMap<string, string>): boolean {
  const isBorderless = /border:\s*(?:none|0)/i.test(attributes.get('style') ?? '');
  return !isBorderless || attributes.has('type') || attributes.has('class');
}

function rulesFor(attributes: ReadonlyMap<string, string>, rules: ReadonlyMap<string, string>): string {
  if (rules.size === 0) return '';
  const classes = (attributes.get('class') ?? '').split(/\s+/).map((name) => rules.get(`.${name}`) ?? '');
  return [...classes, rules.get(`#${attributes.get('id') ?? ''}`) ?? ''].join(';');
}
