import { Refusal } from '../../domain/errors.ts';
import type { Capture } from '../../domain/web/capture.ts';
import { checkFetchUrl } from '../../domain/web/fetch-url.ts';
import type { FetchOptions } from '../../domain/web/web-reader.ts';
import type { BrowserKeeper } from './browser/browser-keeper.ts';
import { renderPage } from './browser/render-page.ts';
import { captureOf } from './capture-of.ts';
import type { Fence } from './fence/fence.ts';
import { FetchFailed } from './fetch-failed.ts';
import { needsBrowser } from './html/needs-browser.ts';
import type { Answer } from './http/ask-once.ts';
import { fetchPage } from './http/fetch-page.ts';
import type { Door } from './http/follow.ts';
import type { SiteRobots } from './http/site-robots.ts';
import { isPage, readHeaders } from './read-headers.ts';
import type { WebReaderParts } from './web-reader-parts.ts';

export interface ReaderInside {
  readonly parts: WebReaderParts;
  readonly fence: Fence;
  readonly door: Door & { readonly parts: WebReaderParts };
  readonly robots: SiteRobots;
  readonly browsers: BrowserKeeper;
}

const ACCEPT_PAGE = 'text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.1';

/** Reads one page: plain HTTP first, then a browser where the page needs one. Nothing is kept yet. */
export async function readPage(inside: ReaderInside, url: string, options: FetchOptions): Promise<Capture> {
  const { parts, door, robots } = inside;
  const { signal = new AbortController().signal, accept = 'page' } = options;
  const fetchedAt = parts.now();
  const checked = checkFetchUrl(url, door.allow);
  if (checked.error)
    return captureOf(url, { fetchedAt, howReason: 'Nothing was asked.', error: checked.error });
  const earlier = await earlierOf(inside, url, options);
  const { answer, redirects, error } = await fetchPage(door, {
    url: checked.url,
    accept: accept === 'page' ? ACCEPT_PAGE : '*/*',
    headers: conditions(options.since ?? earlier),
    bytesMax: parts.policy.bytesMax,
    signal,
    mayAsk: robots.mayAsk,
  });
  const known = { fetchedAt, redirects: [...redirects], error };
  if (answer === null) return captureOf(url, { ...known, howReason: 'No answer came.' });
  const headers = readHeaders(answer);
  const came = {
    ...known,
    ...headers,
    finalUrl: answer.url.href,
    status: answer.status,
    bytes: answer.bytes,
  };
  if (answer.status === 304) return unchanged(url, came, earlier);
  if (error) return captureOf(url, { ...came, howReason: 'The site did not give the page.' });
  if (accept === 'page' && !isPage(headers.contentType, answer.bytes)) {
    const message = `This is ${headers.contentType ?? 'something'}, not a page that people read.`;
    const none = { bytes: new Uint8Array(), error: { code: 'not_html', message } } as const;
    return captureOf(url, { ...came, ...none, howReason: 'Not a page.' });
  }
  return inBrowser(inside, captureOf(url, came), answer, { ...options, signal });
}

/** The last good capture, when the site may be asked whether it still holds. */
async function earlierOf(
  { parts }: ReaderInside,
  url: string,
  options: FetchOptions,
): Promise<Capture | null> {
  if (options.screenshot === true) return null;
  const last = (await parts.captures?.last(url)) ?? null;
  if (last === null || last.isPartial || (last.etag === null && last.lastModified === null)) return null;
  return options.browser === 'always' && last.how !== 'browser' ? null : last;
}

function conditions(since: FetchOptions['since'] | null): Record<string, string> {
  return {
    ...(since?.etag ? { 'if-none-match': since.etag } : {}),
    ...(since?.lastModified ? { 'if-modified-since': since.lastModified } : {}),
  };
}

function unchanged(url: string, came: Parameters<typeof captureOf>[1], earlier: Capture | null): Capture {
  const howReason = 'The site said that nothing changed since the last time.';
  if (earlier === null) return captureOf(url, { ...came, howReason });
  const { how, contentType, charset, bytes, etag, lastModified } = earlier;
  return captureOf(url, {
    ...came,
    ...{ how, contentType, charset, bytes, howReason },
    etag: came.etag ?? etag,
    lastModified: came.lastModified ?? lastModified,
    sameAs: earlier.sameAs ?? earlier.captureId,
  });
}

/** The capture as a browser makes it, or as it is, with the reason. */
async function inBrowser(
  inside: ReaderInside,
  capture: Capture,
  answer: Answer,
  options: FetchOptions & { readonly signal: AbortSignal },
): Promise<Capture> {
  const { parts, fence, door, robots, browsers } = inside;
  const { browser: wish = 'when-needed', screenshot = false, signal } = options;
  const need = decide(capture, wish, screenshot);
  parts.log.info({ url: capture.url, isBrowserUsed: need.isNeeded, reason: need.reason }, 'a page was read');
  // A page that wants scripts and got none: what is absent may still be there.
  if (!need.isNeeded) return { ...capture, howReason: need.reason, isPartial: need.isPartial };
  try {
    const rendered = await browsers.use((browser) =>
      renderPage(
        browser,
        { fence, agent: door.agent, policy: parts.policy },
        {
          answer,
          userAgent: parts.userAgent,
          mayAsk: robots.mayAsk,
          signal,
          screenshot,
          discard: browsers.discard,
        },
      ),
    );
    const { howReason, isPartial } = { howReason: `${need.reason} ${rendered.note}`.trim(), ...rendered };
    return captureOf(capture.url, {
      ...capture,
      how: 'browser',
      howReason: howReason.slice(0, 500),
      finalUrl: rendered.url,
      contentType: 'text/html',
      charset: 'utf-8',
      bytes: new TextEncoder().encode(rendered.html),
      isPartial,
      screenshot: rendered.screenshot,
    });
  } catch (error) {
    if (!(error instanceof FetchFailed) && !(error instanceof Refusal)) throw error;
    const sentence = error instanceof Refusal ? error.sentence : error.message;
    parts.log.warn(
      { url: capture.url, reason: sentence },
      'a page that wants a browser was read without one',
    );
    const code = error instanceof FetchFailed ? error.code : 'browser_failed';
    const isFinal = wish === 'always' || code === 'cancelled' || code === 'too_large';
    return {
      ...capture,
      howReason: `${need.reason} ${sentence}`.slice(0, 500),
      isPartial: true,
      error: isFinal ? { code, message: sentence } : null,
    };
  }
}

function decide(
  { contentType, charset, bytes }: Capture,
  wish: 'never' | 'when-needed' | 'always',
  screenshot: boolean,
): { isNeeded: boolean; isPartial: boolean; reason: string } {
  if (contentType === 'text/plain')
    return { isNeeded: false, isPartial: false, reason: 'Plain text has no scripts.' };
  if (wish !== 'never' && screenshot)
    return { isNeeded: true, isPartial: false, reason: 'A picture was asked for.' };
  if (wish === 'always') return { isNeeded: true, isPartial: false, reason: 'A browser was asked for.' };
  const { isNeeded, reason } = needsBrowser(decoded(bytes, charset));
  if (wish === 'when-needed') return { isNeeded, isPartial: false, reason };
  return { isNeeded: false, isPartial: isNeeded, reason: `No browser was to be used. ${reason}` };
}

/** Good enough to look for tags; a name nobody knows counts as UTF-8. */
function decoded(bytes: Uint8Array, charset: string | null): string {
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new TextDecoder().decode(bytes);
  }
}
