import Bottleneck from 'bottleneck';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../browser/launch-browser.ts';
import type { WebReaderParts } from '../web-reader-parts.ts';

/** One Chromium for all pages of a reader: started when first needed, ended when nobody needed it for a while. */
export interface BrowserKeeper {
  /**
   * Lends the browser, to a few pages at once.
   *
   * @throws {Refusal} `browser_missing` when none starts here.
   */
  use<Result>(work: (browser: Browser) => Promise<Result>): Promise<Result>;
  /** After a page that could not be ended: the next one gets a new browser. */
  discard(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The browser has no way out but the proxy that each page is given: it resolves no names, opens no peer-to-peer
 * connections and no second window.
 */
const FENCED = [
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--dns-prefetch-disable',
  '--no-pings',
  '--block-new-web-contents',
  '--deny-permission-prompts',
];
const IDLE_MS = 60_000;
/** Where no browser starts, each try takes seconds; so the refusal stands for a while. */
const MISSING_MS = 5 * 60_000;

export function createBrowserKeeper({
  policy,
  chromiumPath,
  launch = (args) => launchBrowser(chromiumPath, args),
}: Pick<WebReaderParts, 'policy' | 'chromiumPath' | 'launch'>): BrowserKeeper {
  const places = new Bottleneck({ maxConcurrent: policy.browserPagesMax });
  let browser: Promise<Browser> | null = null;
  let users = 0;
  let idle: NodeJS.Timeout | null = null;
  const start = async (): Promise<Browser> => {
    const starting = launch(FENCED);
    browser = starting;
    const forget = (): void => {
      if (browser === starting) browser = null;
    };
    try {
      const started = await starting;
      started.once('disconnected', forget);
      return started;
    } catch (error) {
      setTimeout(forget, MISSING_MS).unref();
      throw error;
    }
  };
  const end = async (): Promise<void> => {
    const ending = browser;
    browser = null;
    // One that never started has nothing to end.
    await ending?.then((started) => started.close()).catch(() => undefined);
  };
  return {
    use: (work) =>
      places.schedule(async () => {
        if (idle) clearTimeout(idle);
        users += 1;
        try {
          return await work(await (browser ?? start()));
        } finally {
          users -= 1;
          if (users === 0) idle = setTimeout(() => void end(), IDLE_MS).unref();
        }
      }),
    discard: end,
    async close() {
      if (idle) clearTimeout(idle);
      await end();
    },
  };
}
