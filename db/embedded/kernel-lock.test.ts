import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { withKernelLock } from './kernel-lock.ts';

const name = (what: string): string => `kernel-lock.test ${what} ${process.pid}`;

describe('withKernelLock', () => {
  it('lets one in at a time, and every waiter in the end', async () => {
    let inside = 0;
    let most = 0;
    const work = async (index: number): Promise<number> => {
      inside += 1;
      most = Math.max(most, inside);
      await delay(5);
      inside -= 1;
      return index;
    };
    const all = Array.from({ length: 12 }, (_, index) => withKernelLock(name('turns'), () => work(index)));
    expect(await Promise.all(all)).toEqual(Array.from({ length: 12 }, (_, index) => index));
    expect(most).toBe(1);
  });

  it('does not hold up other names', async () => {
    await withKernelLock(name('one'), async () => {
      expect(await withKernelLock(name('other'), async () => 'through')).toBe('through');
    });
  });

  it('lets go when the work throws', async () => {
    const failing = withKernelLock(name('throws'), () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    expect(await withKernelLock(name('throws'), async () => 'through')).toBe('through');
  });

  it('is let go when its holder is killed', async () => {
    const module = new URL('./kernel-lock.ts', import.meta.url).href;
    const script = `
      import { withKernelLock } from ${JSON.stringify(module)};
      await withKernelLock(process.argv[1], async () => {
        process.stdout.write('held');
        await new Promise((resolve) => setTimeout(resolve, 600_000));
      });`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script, name('killed')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    let isIn = false;
    const waiting = withKernelLock(name('killed'), async () => {
      isIn = true;
    });
    await delay(50);
    expect(isIn).toBe(false);
    holder.kill('SIGKILL');
    await waiting;
    expect(isIn).toBe(true);
  });
});
