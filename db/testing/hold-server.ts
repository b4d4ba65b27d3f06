/**
 * Holds the embedded server of a data folder until its stdin ends; run as a process of its own by `holdServer`.
 *
 * Arguments: the data folder, and what the server is used as. Prints one line of JSON once it has the server.
 */
import { acquireServer } from '../embedded/acquire-server.ts';

const [dataFolder = '', use = 'command'] = process.argv.slice(2);
const server = await acquireServer({
  dataFolder,
  log: () => undefined,
  use: use === 'service' || use === 'leave-running' ? use : 'command',
  settings: { fsync: 'off' },
});
const { url, started, pid, folder } = server;
process.stdout.write(`${JSON.stringify({ url, started, pid, folder })}\n`);
process.stdin.resume();
process.stdin.once('end', () => void server.release());
