import { readFileSync } from 'node:fs';

/**
 * A name for one process that no later process can have: its id and the moment it started, in the kernel's ticks
 * since boot, and the boot. Where the kernel does not tell (not Linux) the id alone stands.
 */
export function processIdentity(pid: number = process.pid): string {
  return `${pid}.${startTicks(pid) ?? 'x'}.${bootId()}`;
}

/** Whether the process of that name still lives. A dead one that nobody has reaped yet counts as dead. */
export function isAlive(identity: string): boolean {
  const [pidText = '', ticks = 'x', boot = ''] = identity.split('.');
  const pid = Number(pidText);
  if (!Number.isSafeInteger(pid) || pid <= 0 || boot !== bootId()) return false;
  if (!isRunning(pid)) return false;
  const now = startTicks(pid);
  return now === null || ticks === 'x' || now === ticks;
}

/** Whether a process has this id now, whoever owns it; zombies do not count. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Not ours to signal, but there.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statFields(pid)?.[0] !== 'Z';
}

const startTicks = (pid: number): string | null => statFields(pid)?.[19] ?? null;

/** The fields of /proc/PID/stat after the program's name, which may hold spaces; `null` where there is none. */
function statFields(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

let knownBootId: string | null = null;

function bootId(): string {
  knownBootId ??= readBootId();
  return knownBootId;
}

function readBootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
  } catch {
    return 'x';
  }
}
