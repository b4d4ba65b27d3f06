import { type Browser, chromium } from 'playwright-core';
import { Refusal } from '../../domain/errors.ts';
import { browserCandidates } from './browser-candidates.ts';

/** Without these a browser on a closed network keeps looking for its maker's hosts. */
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * Starts the first browser that really starts, headless.
 *
 * @param chromiumPath - `CHROMIUM_PATH`, or null.
 * @param more - arguments besides the usual ones.
 * @throws {Refusal} `browser_missing` with what was tried and what to do.
 */
export async function launchBrowser(
  chromiumPath: string | null,
  more: readonly string[] = [],
): Promise<Browser> {
  const failures: string[] = [];
  for (const { name, executablePath, args, env } of browserCandidates(chromiumPath)) {
    try {
      return await chromium.launch({
        executablePath,
        args: [...QUIET, ...more, ...args, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
        env: { ...process.env, ...env },
        timeout: 30_000,
      });
    } catch (error) {
      failures.push(`${name} (${executablePath}): ${String(error).split('\n')[0]}`);
    }
  }
  throw new Refusal(
    'browser_missing',
    'No browser starts here. Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.',
    { tried: failures.join('; ').slice(0, 1_000) },
  );
}
