/** What part of a page a block stands in, by its elements' names, roles, classes and ids. */
export type Region =
  | 'main'
  | 'article'
  | 'nav'
  | 'header'
  | 'footer'
  | 'aside'
  | 'figure'
  | 'comments'
  | 'related'
  | 'share'
  | 'byline'
  | 'newsletter'
  | 'notice'
  | 'advert'
  | 'form'
  | 'hidden'
  | 'product'
  | 'post';

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'caption' | 'quote' | 'code' | 'other';

/** A run of a page's text that stands on lines of its own. */
export interface PageBlock {
  readonly kind: BlockKind;
  /** Of a heading 1 to 6; 0 for anything else. */
  readonly level: number;
  /** With single spaces; lines of code kept. Never empty. */
  readonly text: string;
  /** Characters that are inside links. */
  readonly linkCharacters: number;
  readonly regions: ReadonlySet<Region>;
}

/** The share of a block's characters that is linked, 0 to 1. */
export function linkShare({ text, linkCharacters }: PageBlock): number {
  return Math.min(1, linkCharacters / Math.max(1, text.length));
}

/** Characters of all blocks together. */
export const sizeOf = (blocks: readonly PageBlock[]): number =>
  blocks.reduce((sum, { text }) => sum + text.length, 0);

/** The share of the characters that stand in a region, 0 to 1. */
export function regionShare(blocks: readonly PageBlock[], region: Region): number {
  return sizeOf(blocks.filter(({ regions }) => regions.has(region))) / Math.max(1, sizeOf(blocks));
}
