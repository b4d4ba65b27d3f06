import type { AffiliateLink, OurLinks } from '../../../domain/sightings/affiliate-link.ts';

export interface LinksPage {
  /** Where the page stands, for relative links; null for a file without an address. */
  readonly url: string | null;
  readonly ours: OurLinks | null;
}

/** Every link of a page that pays somebody, in the page's order. */
export function readLinks(_document: Document, _page: LinksPage): AffiliateLink[] {
  return [];
}
