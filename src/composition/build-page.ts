import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = join(ROOT, 'src', 'web', 'dist');
/** What the page is made of: its own sources and the folders it may import. */
const SOURCES = ['src/web', 'src/domain', 'src/plots', 'vite.config.ts', 'package-lock.json'];

/**
 * The folder with the built page; builds it first when it is missing or older than its sources.
 *
 * The page is built under another name and put in place when whole, so that two processes starting at once, or a
 * kill in the middle, never serve half a page.
 *
 * @param log - hears that a build takes some seconds.
 */
export async function buildPage(log: (sentence: string) => void): Promise<string> {
  const wanted = hashOfSources();
  if (isBuiltFrom(wanted)) return DIST;

  log('Building the page.');
  // Vite is a heavy import and only a build needs it.
  const { build } = await import('vite');
  mkdirSync(dirname(DIST), { recursive: true });
  const staging = mkdtempSync(`${DIST}-building-`);
  try {
    await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error', build: { outDir: staging } });
    writeFileSync(join(staging, '.built-from'), wanted);
    const old = `${staging}-old`;
    if (existsSync(DIST)) renameSync(DIST, old);
    renameSync(staging, DIST);
    rmSync(old, { recursive: true, force: true });
  } catch (error) {
    // Another process put the same page there between our two renames.
    if (!isBuiltFrom(wanted)) throw error;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return DIST;
}

function isBuiltFrom(wanted: string): boolean {
  const mark = join(DIST, '.built-from');
  return existsSync(mark) && readFileSync(mark, 'utf8') === wanted;
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(ROOT, source);
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => join(path, file))
      : [path];
    for (const file of files.sort()) {
      if (
        file.includes(`${join('src', 'web', 'dist')}`) ||
        /\.test\.tsx?$|[\\/]testing[\\/]/.test(file) ||
        !statSync(file).isFile()
      )
        continue;
      hash
        .update(`${file.slice(ROOT.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}
