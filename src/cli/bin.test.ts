import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, mkdtemp, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = await mkdtemp(join(tmpdir(), 'bin-'));
const bin = join(root, 'src', 'cli', 'bin.mjs');
const ownNode = join(root, 'node_modules', 'node', 'bin', 'node');
afterAll(() => rm(root, { recursive: true }));

/** A service that says what it was given and then does what its first argument says. */
const MAIN = `
const [what, ...rest]: string[] = process.argv.slice(2);
if (what === 'wait') {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.once(signal, () => { process.stdout.write('got ' + signal + '\\n'); process.exit(7); });
  }
  process.once('disconnect', () => { process.stdout.write('alone\\n'); process.exit(8); });
  setInterval(() => {}, 1_000);
}
process.stdout.write(JSON.stringify({ what, rest, isChild: process.connected === true }) + '\\n');
if (what === 'exit') process.exit(Number(rest[0]));
if (what === 'kill-yourself') process.kill(process.pid, 'SIGKILL');
if (what !== 'wait' && process.connected) process.disconnect();
`;

beforeAll(async () => {
  await mkdir(dirname(bin), { recursive: true });
  await mkdir(dirname(ownNode), { recursive: true });
  await copyFile(join(import.meta.dirname, 'bin.mjs'), bin);
  await writeFile(join(root, 'src', 'main.ts'), MAIN);
  await writeFile(join(root, 'package.json'), '{"type": "module"}');
  await mkdir(join(root, 'node_modules', 'zod'));
  await writeFile(join(root, 'node_modules', 'zod', 'package.json'), '{"main": "x.js"}');
  await writeFile(join(root, 'node_modules', 'zod', 'x.js'), '');
  await writeFile(join(root, 'node_modules', 'node', 'package.json'), '{}');
  await symlink(process.execPath, ownNode);
});

/** Makes Node give itself out for an older one, as far as the command can see. */
const OLD = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.19.0' } })`;
const AS_OLD = ['--import', OLD];

function start(args: readonly string[], nodeArgs: readonly string[] = [], environment = {}) {
  const child = spawn(process.execPath, [...nodeArgs, bin, ...args], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, stdout, stderr }));
  return { child, ended, saidSomething: once(child.stdout, 'data') };
}

describe.each([
  { name: 'an older Node', nodeArgs: AS_OLD, isChild: true },
  { name: 'its own Node', nodeArgs: [], isChild: false },
])('the command under $name', ({ nodeArgs, isChild }) => {
  it('hands on every argument as it is', async () => {
    const rest = ['two words', '', '--json', '$HOME', '"'];
    const { code, stdout } = await start(['say', ...rest], nodeArgs).ended;
    expect({ code, said: JSON.parse(stdout) }).toEqual({ code: 0, said: { what: 'say', rest, isChild } });
  });

  it('ends as the service ends', async () => {
    expect(await start(['exit', '2'], nodeArgs).ended).toMatchObject({ code: 2, signal: null });
    expect(await start(['kill-yourself'], nodeArgs).ended).toMatchObject({ code: null, signal: 'SIGKILL' });
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('passes %s on and waits for the end', async (signal) => {
    const { child, ended, saidSomething } = start(['wait'], nodeArgs);
    await saidSomething;
    child.kill(signal);
    const { code, stdout } = await ended;
    expect(code).toBe(7);
    expect(stdout).toContain(`got ${signal}`);
  });

  it('ends when the shell that npm put before it is gone', async () => {
    const script = `"${process.execPath}" ${nodeArgs.map((arg) => `'${arg.replaceAll("'", `'\\''`)}'`).join(' ')} "${bin}" wait; true`;
    const shell = spawn('/bin/sh', ['-c', script], {
      env: { PATH: process.env.PATH, npm_command: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    shell.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    await once(shell.stdout, 'data');
    shell.kill('SIGKILL');
    await once(shell, 'close');
    expect(said).toContain('got SIGTERM');
  });
});

describe('the command', () => {
  it('lets the service know when it is killed itself', async () => {
    const { child, ended, saidSomething } = start(['wait'], AS_OLD);
    await saidSomething;
    child.kill('SIGKILL');
    expect((await ended).stdout).toContain('alone');
  });

  it('works through a link, as npm lays one', async () => {
    const link = join(root, 'marginkeeper');
    await symlink(bin, link);
    const child = spawn(link, ['exit', '3'], {
      env: { PATH: `${dirname(process.execPath)}:${process.env.PATH}` },
    });
    await chmod(bin, 0o755);
    const [code] = await once(child, 'close');
    expect(code).toBe(3);
  });

  it('says what to do when npm brought no Node, or one that does not start', async () => {
    await unlink(ownNode);
    const missing = await start(['say'], AS_OLD).ended;
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toContain('run "npm rebuild node"');

    await writeFile(ownNode, '', { mode: 0o644 });
    const broken = await start(['say'], AS_OLD).ended;
    expect(broken).toMatchObject({ code: 1, stdout: '' });
    expect(broken.stderr).toContain('EACCES');
    await unlink(ownNode);
    await symlink(process.execPath, ownNode);
  });

  it('says what to do when the packages are not installed', async () => {
    await rm(join(root, 'node_modules', 'zod'), { recursive: true });
    for (const nodeArgs of [[], AS_OLD]) {
      const { code, stderr } = await start(['say'], nodeArgs).ended;
      expect(code).toBe(1);
      expect(stderr).toBe(`The packages are not installed: run "npm ci" in ${root}.\n`);
    }
  });
});
