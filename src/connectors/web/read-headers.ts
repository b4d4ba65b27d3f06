import type { Answer } from './http/ask-once.ts';

const PAGES = /^(?:text\/html|application\/xhtml\+xml|text\/plain)$/;

export interface PageHeaders {
  readonly contentType: string | null;
  readonly charset: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What the headers say of a page, in the words a capture keeps. */
export function readHeaders({ header }: Answer): PageHeaders {
  const [type = '', ...parameters] = header('content-type').split(';');
  const charset = parameters
    .map((each) => /^\s*charset\s*=\s*["']?([^"'\s]+)/i.exec(each)?.[1])
    .find(Boolean);
  return {
    contentType: text(type.trim().toLowerCase(), 200),
    charset: text(charset?.toLowerCase() ?? '', 100),
    etag: text(header('etag'), 500),
    lastModified: text(header('last-modified'), 100),
  };
}

/** Whether a body is a page that people read: HTML or text, told by its type, or by its look where none is said. */
export function isPage(contentType: string | null, bytes: Uint8Array): boolean {
  if (contentType !== null) return PAGES.test(contentType);
  return bytes.length === 0 || /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}

/** One that is too long to keep is as good as none: half an etag matches nothing. */
const text = (value: string, lengthMax: number): string | null =>
  value === '' || value.length > lengthMax || !value.isWellFormed() || value.includes('\0') ? null : value;
