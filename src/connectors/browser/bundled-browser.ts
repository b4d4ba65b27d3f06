import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface BundledBrowser {
  readonly executablePath: string;
  /** System libraries that a bare machine lacks (nss and its kin). */
  readonly libraries: string;
  /** A fontconfig folder with one font, for a machine that has none. */
  readonly fonts: string;
}

/** The package's own file names folders of the host it was made for: with it a page has no letters at all. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * The browser whose binary comes inside npm (`@sparticuz/chromium`, Linux x64), unpacked once a version.
 *
 * The package unpacks into the temporary folder and takes whatever lies there for its own, a stranger's file or a
 * half-written one included. So a child unpacks into a folder of ours, which gets its final name when it is whole.
 */
export function unpackBundledBrowser(
  cache: string = join(homedir(), '.cache', 'marginkeeper'),
): BundledBrowser {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const root = join(dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = join(cache, `browser-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true, mode: 0o700 });
    const staging = mkdtempSync(join(cache, 'unpacking-'));
    const script = `
      import chromium, { inflate } from ${JSON.stringify(import.meta.resolve('@sparticuz/chromium'))};
      await chromium.executablePath();
      await inflate(${JSON.stringify(join(root, 'bin', 'al2023.tar.br'))});`;
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { TMPDIR: staging },
      stdio: 'ignore',
    });
    writeFileSync(join(staging, 'fonts', 'fonts.conf'), FONTS_CONF);
    try {
      renameSync(staging, folder);
    } catch (error) {
      rmSync(staging, { recursive: true, force: true });
      // Another process was first; its folder is as good.
      if (!existsSync(folder)) throw error;
    }
  }
  return {
    executablePath: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
    fonts: join(folder, 'fonts'),
  };
}
