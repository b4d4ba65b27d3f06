import type { Browser, BrowserContext } from 'playwright-core';
import { FetchFailed } from '../fetch-failed.ts';
import type { Answer } from '../http/ask-once.ts';
import type { MayAsk } from '../http/follow.ts';
import { type FencedPage, openFencedPage } from './fenced-context.ts';
import { type ProxyParts, startFilteringProxy } from './filtering-proxy.ts';
import { pressReveals } from './press-reveals.ts';
import { settle } from './settle.ts';
import { takeScreenshot } from './take-screenshot.ts';

/** A page as it stands after its scripts ran. */
export interface RenderedPage {
  readonly html: string;
  readonly url: string;
  readonly screenshot: Uint8Array | null;
  /** It did not come to rest in time, or used up its allowance. */
  readonly isPartial: boolean;
  /** What was done and refused, for the capture. */
  readonly note: string;
}

export interface Rendering {
  readonly answer: Answer;
  readonly userAgent: string;
  readonly mayAsk: MayAsk;
  readonly signal: AbortSignal;
  readonly screenshot: boolean;
  /** Called when the page cannot be ended: the browser is of no more use. */
  readonly discard: () => Promise<void>;
}

/** A stuck page is given so long to hand over what it has. */
const LAST_WORD_MS = 2_000;
const SCREENSHOT_MS = 6_000;
/** What does not close in this time never will; the browser goes with it. */
const CLOSE_MS = 6_000;

/**
 * Runs a page's scripts, behind a proxy of its own.
 *
 * @throws {FetchFailed} `browser_failed`, `too_large`, `cancelled`.
 */
export async function renderPage(
  browser: Browser,
  parts: ProxyParts,
  rendering: Rendering,
): Promise<RenderedPage> {
  const { policy, fence } = parts;
  const { answer, userAgent, mayAsk, signal, screenshot, discard } = rendering;
  const proxy = await startFilteringProxy(parts);
  let fenced: FencedPage | null = null;
  try {
    fenced = await openFencedPage(browser, {
      proxyUrl: proxy.url,
      userAgent,
      allow: fence.allow,
      answer,
      mayAsk,
      signal,
      withPictures: screenshot,
      navigationsMax: policy.redirectsMax + 1,
    });
    const { page } = fenced;
    const played = await inTime(play(fenced, answer.url.href), policy.browserSeconds * 1_000, signal);
    const html = played?.html ?? (await inTime(page.content(), LAST_WORD_MS, signal));
    if (html === null)
      throw new FetchFailed('browser_failed', 'The page kept the browser busy and showed nothing.');
    if (Buffer.byteLength(html) > policy.bytesMax)
      throw new FetchFailed('too_large', `The page grew beyond ${policy.bytesMax} bytes in the browser.`);
    const picture = screenshot ? await inTime(takeScreenshot(page, policy), SCREENSHOT_MS, signal) : null;
    return {
      html,
      url: page.url(),
      screenshot: picture,
      isPartial: played === null || proxy.isSpent,
      note: noteOf(played?.used ?? null, proxy.refused),
    };
  } catch (error) {
    if (signal.aborted) throw new FetchFailed('cancelled', 'The fetch was given up before it ended.');
    if (error instanceof FetchFailed) throw error;
    const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new FetchFailed('browser_failed', `The browser could not show the page: ${said.slice(0, 300)}`);
  } finally {
    await proxy.close();
    if (fenced && !(await closed(fenced.context))) await discard();
  }
}

async function play({ page, stay }: FencedPage, url: string): Promise<{ html: string; used: number }> {
  await page.goto(url, { waitUntil: 'commit', timeout: 0 });
  await settle(page);
  // Below the fold some pages load only when somebody comes by.
  await page.evaluate(() => scrollTo(0, document.body?.scrollHeight ?? 0));
  stay();
  const length = await settle(page);
  const html = await page.content();
  const used = await pressReveals(page);
  if (used === 0) return { html, used };
  const lengthAfter = await settle(page);
  // A control that emptied the page showed no code.
  return lengthAfter < length / 2 ? { html, used: 0 } : { html: await page.content(), used };
}

/** The work's result; null when the time was over first. The work may go on, unheard. */
async function inTime<Result>(
  work: Promise<Result>,
  milliseconds: number,
  signal: AbortSignal,
): Promise<Result | null> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(milliseconds)]);
  const ended = new Promise<null>((settled) => {
    if (over.aborted) settled(null);
    over.addEventListener('abort', () => settled(null), { once: true });
  });
  work.catch(() => undefined);
  return Promise.race([work, ended]);
}

async function closed(context: BrowserContext): Promise<boolean> {
  const done = await inTime(
    context.close().then(
      () => true,
      () => false,
    ),
    CLOSE_MS,
    new AbortController().signal,
  );
  return done === true;
}

function noteOf(used: number | null, refused: readonly string[]): string {
  const [first] = refused;
  return [
    used === null ? 'It did not come to rest in time.' : '',
    used === null || used === 0 ? '' : `${used} controls were used to show codes.`,
    first === undefined ? '' : `${refused.length} requests were refused, the first: ${first}`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
