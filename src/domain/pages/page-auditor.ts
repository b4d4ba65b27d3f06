import type { OurLinks } from '../sightings/affiliate-link.ts';
import type { BrandProfile } from './brand-profile.ts';
import type { PageAudit } from './page-audit.ts';

/** A page that could not be audited, and why. */
export interface PageUnreadable {
  readonly code: string;
  readonly message: string;
}

/** A page as it came, with where it stands. */
export interface PageToAudit {
  /** As it was asked for: the file or the URL. */
  readonly source: string;
  /** Given away: the memory may move to another thread. */
  readonly bytes: Uint8Array;
  /** Null for a file without an address. */
  readonly url: string | null;
  /** The header's value; null when there was none. */
  readonly contentType: string | null;
  /** When it was fetched; null for a saved file, whose codes are judged as of now. */
  readonly asOf: Date | null;
  /** Null when nothing is known of our own links: then none is told apart. */
  readonly ours: OurLinks | null;
  /** Null: not compared with any brand. */
  readonly brand: BrandProfile | null;
}

/** Audits pages in threads of its own, several at a time. */
export interface PageAuditor {
  /** How many it works on at once. */
  readonly threads: number;
  /** Never fails for what a page holds; one that takes too long or too much memory is unreadable. */
  audit(page: PageToAudit): Promise<PageAudit | PageUnreadable>;
  close(): Promise<void>;
}
