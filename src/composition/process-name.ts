import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** Names this process among all that ever worked on a database: a pid alone comes back. */
export function processName(): string {
  return `${hostname()}/${process.pid}/${randomBytes(4).toString('hex')}`;
}
