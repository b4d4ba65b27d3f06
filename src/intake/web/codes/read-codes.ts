import type { SeenCode } from '../../../domain/sightings/seen-code.ts';

export interface CodesPage {
  /** Where the page stands; null for a file without an address. */
  readonly url: string | null;
  /** ISO 639-1, or null when unknown. */
  readonly language: string | null;
  /** When the page was written, for `ends tonight`; null when unknown. */
  readonly writtenAt?: Date | null;
  /** When it was fetched; offers that ended before are retired. Now by default. */
  readonly asOf?: Date;
}

/** Every voucher code of a page, masked and retired ones marked; the same code for the same shop once. */
export function readCodes(_document: Document, _page: CodesPage): SeenCode[] {
  return [];
}
