const SYSTEM_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);
/** Connection exceptions, the server going down or coming up, and too many connections. */
const SQL_STATES = /^(08...|57P0[123]|53300)$/;

/** The driver says these without a code: it broke, it is broken, none came free, and we are closing it ourselves. */
const DRIVER_WORDS =
  /Connection terminated|is not queryable|Client was closed|timeout exceeded when trying to connect|after calling end on the pool/i;

/** Whether the database went away under the work, so that a later try may do it; a fault of the work itself is not. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (SYSTEM_CODES.has(code) || SQL_STATES.test(code))) return true;
  return DRIVER_WORDS.test(error.message) || isLostConnection(error.cause);
}
