import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { isAlive, isRunning, processIdentity } from './process-identity.ts';

describe('processIdentity', () => {
  it('is that of a living process while it lives', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 600_000)']);
    const identity = processIdentity(child.pid);
    expect(isAlive(identity)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(identity)).toBe(false);
  });

  it('is not that of a later process with the same number, nor of one before a restart', () => {
    const [pid, , boot] = processIdentity().split('.');
    expect(isAlive(`${pid}.1.${boot}`)).toBe(false);
    expect(isAlive(processIdentity().replace(/[^.]+$/, 'another'))).toBe(false);
    expect(isAlive(processIdentity())).toBe(true);
  });

  it('stays what it is when more is written behind it', () => {
    expect(isAlive(`${processIdentity()}.3`)).toBe(true);
  });

  it.each(['', 'x', '0.1.x', '-1.1.x', 'README'])('takes %o for nobody', (text) => {
    expect(isAlive(text)).toBe(false);
  });
});

describe('isRunning', () => {
  it('counts a process that belongs to somebody else, and not one that is dead and not yet reaped', async () => {
    expect(isRunning(1)).toBe(true);
    // The shell's child ends at once, and the program that replaces the shell never asks for it.
    const parent = spawn('/bin/sh', ['-c', 'sh -c "echo \\$\\$" & exec sleep 600'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = await once(parent.stdout, 'data');
    const zombie = Number(String(line).trim());
    await expect.poll(() => isRunning(zombie)).toBe(false);
    expect(() => process.kill(zombie, 0)).not.toThrow();
    parent.kill('SIGKILL');
  });
});
