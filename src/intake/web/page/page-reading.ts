import type { Disclosure } from '../../../domain/pages/disclosure.ts';
import type { PageBlock } from '../../../domain/pages/page-block.ts';
import type { PageSignals } from '../../../domain/pages/page-signals.ts';
import type { StructuredFacts } from '../../../domain/pages/structured-facts.ts';
import type { AffiliateLink, OurLinks } from '../../../domain/sightings/affiliate-link.ts';
import type { SeenCode } from '../../../domain/sightings/seen-code.ts';
import type { PageContent } from './open-document.ts';
import type { PageHead } from './read-head.ts';

/** A page to read. */
export interface PageSource {
  readonly content: PageContent;
  /** Where it stands; null for a file without an address. */
  readonly url: string | null;
  /** The header's value; null when there was none. */
  readonly contentType: string | null;
  readonly ours: OurLinks | null;
  /** When it was fetched: codes that ended before are retired. Null for a saved file, whose codes are judged as of now. */
  readonly asOf: Date | null;
}

/** Everything that rules can read off a page, before anybody judges what it is. */
export interface PageReading {
  readonly head: PageHead;
  /** ISO 639-1, or `und`. */
  readonly language: string;
  readonly structured: StructuredFacts;
  readonly main: readonly PageBlock[];
  readonly text: string;
  readonly disclosure: Disclosure | null;
  readonly affiliateLinks: readonly AffiliateLink[];
  readonly codes: readonly SeenCode[];
  readonly signals: PageSignals;
  readonly notes: readonly string[];
}
