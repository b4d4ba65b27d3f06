/** What is read of one page at most. What goes beyond is left out, and the audit says so. */
export interface PageLimits {
  readonly bytes: number;
  /** Of markup, after the cut; a page of mostly scripts and inline images is cut to what people read. */
  readonly characters: number;
  /** Elements inside each other; deeper tags are dropped, their words kept. */
  readonly depth: number;
  readonly elements: number;
  /** Of one attribute, when a page is too long: inline images are emptied. */
  readonly attributeCharacters: number;
  /** Of one script, when a page is too long; structured data is always kept. */
  readonly scriptCharacters: number;
}

export const PAGE_LIMITS: PageLimits = {
  bytes: 50 * 1024 * 1024,
  characters: 6_000_000,
  depth: 200,
  elements: 60_000,
  attributeCharacters: 20_000,
  scriptCharacters: 500_000,
};
