#!/usr/bin/env node
/**
 * The command `marginkeeper`, in plain JavaScript: it runs under any Node from 16 on, and starts src/main.ts on the
 * Node 24 that npm installed with the project. Where it runs on such a Node already, it stays in this process.
 */
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The first Node that runs TypeScript as we write it. */
const NODE_MAJOR_MIN = 24;

const here = realpathSync(fileURLToPath(import.meta.url));
const root = join(dirname(here), '..', '..');
const main = join(root, 'src', 'main.ts');

if (!isInstalled()) {
  fail(`The packages are not installed: run "npm ci" in ${root}.`);
} else if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR_MIN) {
  endWithNpm(() => process.kill(process.pid, 'SIGTERM'));
  await import('../main.ts');
} else {
  const node = ownNode();
  if (node === null) {
    fail(
      `This is Node ${process.versions.node}, and the Node ${NODE_MAJOR_MIN} that belongs to the project is missing` +
        ` (npm was told to run no install scripts): run "npm rebuild node" in ${root}, or use Node ${NODE_MAJOR_MIN}.`,
    );
  } else {
    runOn(node);
  }
}

function isInstalled() {
  try {
    createRequire(main).resolve('zod');
    return true;
  } catch {
    return false;
  }
}

/** The path of the project's own Node, or `null`. */
function ownNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  try {
    const path = join(dirname(createRequire(main).resolve('node/package.json')), 'bin', name);
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/**
 * Starts the service as a child and lets it decide everything: signals go on to it, its end is ours.
 * The channel between us tells it when we are gone, even by kill -9.
 */
function runOn(node) {
  const child = spawn(node, [main, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  endWithNpm(() => child.kill('SIGTERM'));

  child.on('error', (error) => {
    if (child.pid !== undefined) return;
    fail(
      `The project's own Node does not start (${node}: ${error.code || error.message}):` +
        ` run "npm rebuild node" in ${root}, or use Node ${NODE_MAJOR_MIN}.`,
    );
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code === null ? 1 : code);
    for (const each of signals) process.removeAllListeners(each);
    process.kill(process.pid, signal);
  });
}

/**
 * npm puts a shell between itself and us, and ends only that shell when it is asked to end: we would live on unseen.
 * So, started by npm, we look whether the shell is still there.
 */
function endWithNpm(end) {
  if (process.env.npm_command === undefined || process.platform === 'win32') return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    end();
  }, 250);
  timer.unref();
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
