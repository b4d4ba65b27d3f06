import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { unpackBundledBrowser } from './bundled-browser.ts';

/** A browser that may be there. `env` is laid over our own when it is started. */
export interface BrowserCandidate {
  readonly name: string;
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Browsers in the order they should be tried: named by the user, installed, Playwright's own, the one inside npm.
 *
 * The last is unpacked on first use (some seconds), so candidates come one by one. It is offered twice: with the
 * machine's libraries, then with those it brings.
 *
 * @param chromiumPath - `CHROMIUM_PATH`, or null.
 */
export function* browserCandidates(chromiumPath: string | null): Generator<BrowserCandidate> {
  const plain = (name: string, executablePath: string) => ({ name, executablePath, args: [], env: {} });
  if (chromiumPath !== null) yield plain('CHROMIUM_PATH', chromiumPath);
  for (const path of INSTALLED) if (existsSync(path)) yield plain('installed', path);
  const own = chromium.executablePath();
  if (own !== '' && existsSync(own)) yield plain('Playwright', own);
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { executablePath, libraries, fonts } = unpackBundledBrowser();
    const bundled = {
      name: '@sparticuz/chromium',
      executablePath,
      args: ['--headless=shell', '--no-zygote'],
    };
    yield { ...bundled, env: { FONTCONFIG_PATH: fonts } };
    yield { ...bundled, env: { FONTCONFIG_PATH: fonts, LD_LIBRARY_PATH: libraries } };
  }
}
