import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Capture } from '../../../src/domain/web/capture.ts';
import { DEMO_SOURCES } from './demo-sources.ts';

const PAGES = join(import.meta.dirname, 'pages');

/**
 * A simulated site's page, read from disk as if it had been fetched. No network is involved.
 *
 * @param looks - how often it was looked at before.
 */
export async function demoPage(url: string, looks: number, fetchedAt: Date): Promise<Capture> {
  const source = DEMO_SOURCES.find((each) => each.url === url);
  const file = looks > 0 ? (source?.laterFile ?? source?.file) : source?.file;
  const bytes = file === undefined ? new Uint8Array() : new Uint8Array(await readFile(join(PAGES, file)));
  return {
    captureId: randomUUID(),
    url,
    finalUrl: url,
    fetchedAt,
    how: 'disk',
    howReason: 'A simulated page of the demo.',
    status: file === undefined ? 404 : 200,
    contentType: file?.endsWith('.xml') ? 'application/rss+xml' : 'text/html',
    charset: 'utf-8',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    etag: null,
    lastModified: null,
    redirects: [],
    sameAs: null,
    isPartial: false,
    screenshot: null,
    error:
      file === undefined
        ? { code: 'http_status', message: 'There is no such page in the demo (404).' }
        : null,
  };
}
