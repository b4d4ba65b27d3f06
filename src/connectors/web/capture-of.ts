import { createHash, randomUUID } from 'node:crypto';
import type { Capture } from '../../domain/web/capture.ts';
import { showUrl } from '../../domain/web/show-url.ts';

const EMPTY = new Uint8Array();

/** A capture of a URL that failed before anything was asked, to be filled with whatever is known. */
export function captureOf(
  url: string,
  known: Partial<Omit<Capture, 'captureId' | 'sha256' | 'url'>> & Pick<Capture, 'fetchedAt'>,
): Capture {
  const { bytes = EMPTY } = known;
  const shown = showUrl(url);
  return {
    captureId: randomUUID(),
    url: shown,
    finalUrl: shown,
    how: 'http',
    howReason: '',
    status: null,
    contentType: null,
    charset: null,
    etag: null,
    lastModified: null,
    redirects: [],
    sameAs: null,
    isPartial: false,
    screenshot: null,
    error: null,
    ...known,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
