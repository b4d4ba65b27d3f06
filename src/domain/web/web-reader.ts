import type { Capture } from './capture.ts';
import type { SitePages } from './site-page.ts';

export interface FetchOptions {
  readonly signal?: AbortSignal;
  /** Default `when-needed`: decided from what plain HTTP brought. */
  readonly browser?: 'never' | 'when-needed' | 'always';
  /** Takes a picture; asks for a browser whatever `browser` says, `never` excepted. */
  readonly screenshot?: boolean;
  /** Asks only for what changed. Left out, it is taken from the last good capture of this URL, where captures are kept. */
  readonly since?: { readonly etag: string | null; readonly lastModified: string | null };
  /** Default `page`: something else than HTML or text is `not_html`. `any` takes whatever comes. */
  readonly accept?: 'page' | 'any';
}

/** Eyes on the web: reads pages within the fence, the site's robots.txt and its pace. Never throws for a bad page. */
export interface WebReader {
  fetch(url: string, options?: FetchOptions): Promise<Capture>;
  /** What a site says it has: its sitemaps and feeds. Nothing found is an empty list. */
  listSite(url: string, options?: { readonly signal?: AbortSignal }): Promise<SitePages>;
  /** Ends the browser and open connections. */
  close(): Promise<void>;
}
