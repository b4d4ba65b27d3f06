import { launchBrowser } from '../connectors/browser/launch-browser.ts';

const PRINT_MS = 60_000;

/**
 * Prints pages of ours with the browser, one after the other. Nothing runs in them and nothing is fetched.
 *
 * @param chromiumPath - `CHROMIUM_PATH`, or null.
 */
export function printPdfOf(chromiumPath: string | null): (html: string) => Promise<Uint8Array> {
  let last: Promise<unknown> = Promise.resolve();
  return (html) => {
    const printed = last.then(
      () => print(chromiumPath, html),
      () => print(chromiumPath, html),
    );
    last = printed;
    return printed;
  };
}

async function print(chromiumPath: string | null, html: string): Promise<Uint8Array> {
  const browser = await launchBrowser(chromiumPath);
  try {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      offline: true,
      colorScheme: 'light',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PRINT_MS);
    await page.setContent(html);
    return await page.pdf({ preferCSSPageSize: true, printBackground: true });
  } finally {
    await browser.close();
  }
}
