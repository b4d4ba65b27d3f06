/** Codes of the operating system for a server that is not there, or left in the middle of a sentence. */
const SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EPIPE',
  'ETIMEDOUT',
]);

/** SQLSTATE classes: connection lost, out of resources (connections, disk), operator intervention (shutdown, cancel), I/O. */
const SQL_CLASSES = new Set(['08', '53', '57', '58']);

/** What pg says without a code. */
const MESSAGE =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after)/;

/** Whether the database was out of reach or out of room, so that trying again later may help. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (MESSAGE.test(error.message)) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^[0-9A-Z]{5}$/.test(code) && SQL_CLASSES.has(code.slice(0, 2))) return true;
  if (SYSTEM_CODES.has(code)) return 'syscall' in error;
  // `localhost` has two addresses, and then the error holds one for each.
  return error instanceof AggregateError && error.errors.some(isDatabaseAway);
}
