import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

const NETWORK_MS = 4_000;
const LOOK_MS = 200;
/** As many looks alike, and the page is taken to have said all it has to say. */
const LOOKS_ALIKE = 3;
const LOOKS_MAX = 15;

/**
 * Waits until the network rests and the text stays as it is; at most some seconds, since some pages never rest.
 *
 * @returns how long the text is.
 */
export async function settle(page: Page): Promise<number> {
  // A page that polls is never idle: what counts then is its text.
  await page.waitForLoadState('networkidle', { timeout: NETWORK_MS }).catch(() => undefined);
  let before = 0;
  let alike = 0;
  for (let looks = 0; looks < LOOKS_MAX && alike < LOOKS_ALIKE; looks += 1) {
    // A page that leads on takes its document away in the middle of a look.
    const length = await page.evaluate(() => document.body?.innerText.length ?? 0).catch(() => -1);
    alike = length >= 0 && length === before ? alike + 1 : 1;
    before = length;
    await sleep(LOOK_MS);
  }
  return before;
}
