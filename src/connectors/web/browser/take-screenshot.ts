import type { Page } from 'playwright-core';
import type { WebPolicy } from '../../../domain/web/web-policy.ts';

const HEIGHT_MAX = 6_000;

/** The page as a PNG, as far down as is sensible; of the first screen where that is too large; null where both are. */
export async function takeScreenshot(page: Page, policy: WebPolicy): Promise<Uint8Array | null> {
  const { width, height } = await page.evaluate(() => {
    scrollTo(0, 0);
    return { width: innerWidth, height: document.documentElement.scrollHeight };
  });
  const clip = { x: 0, y: 0, width, height: Math.max(1, Math.min(height, HEIGHT_MAX)) };
  const whole = await page.screenshot({ type: 'png', fullPage: true, clip, animations: 'disabled' });
  if (whole.length <= policy.screenshotBytesMax) return new Uint8Array(whole);
  const first = await page.screenshot({ type: 'png', animations: 'disabled' });
  return first.length <= policy.screenshotBytesMax ? new Uint8Array(first) : null;
}
