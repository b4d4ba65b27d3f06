import { Refusal } from '../src/domain/errors.ts';

const SQL_STATES: Readonly<Record<string, (user: string, database: string) => string>> = {
  '28P01': (user) => `does not accept the password of ${user}: correct it in DATABASE_URL.`,
  '28000': (user, database) =>
    `does not let ${user} into ${database} from this machine: look at the user, and at pg_hba.conf on the server.`,
  '3D000': (user, database) => `has no database ${database}: create database ${database} owner ${user}.`,
  '42501': (user, database) =>
    `does not let ${user} connect to ${database}: grant connect on database ${database} to ${user}.`,
  '53300': () => 'has no connection left: raise max_connections there, or end other clients.',
  '57P03': () => 'is starting or stopping just now: try again in a moment.',
};

const SYSTEM_CODES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'is not listening there: start it, or correct host and port in DATABASE_URL.',
  ENOTFOUND: 'has a name that this machine cannot look up: correct the host in DATABASE_URL.',
  EAI_AGAIN:
    'has a name that this machine cannot look up just now: look at the network, or name its address.',
  ETIMEDOUT: 'does not answer: look at host, port and firewall.',
  EHOSTUNREACH: 'is on a host that this machine has no way to: look at the network.',
  ENOENT: 'has no socket there: correct DATABASE_URL.',
};

/**
 * What went wrong on the way into a server, as a refusal with a sentence that says what to do.
 *
 * Passwords never stand in the sentence. An error that did not arise from connecting comes back as it is.
 */
export function explainConnectionError(error: unknown, url: string): unknown {
  if (!(error instanceof Error)) return error;
  const { server, user, database } = nameParts(url);
  const code = codeOf(error);
  const ending =
    SQL_STATES[code]?.(user, database) ??
    SYSTEM_CODES[code] ??
    (/timeout/i.test(error.message) ? SYSTEM_CODES.ETIMEDOUT : undefined) ??
    (/SSL|certificate/i.test(error.message) ? `disagrees about encryption: ${error.message}.` : undefined) ??
    (/password must be a string/i.test(error.message)
      ? `wants a password: give one in DATABASE_URL.`
      : undefined) ??
    (/Connection terminated|ECONNRESET/i.test(`${error.message} ${code}`)
      ? 'hung up: is it a PostgreSQL?'
      : undefined);
  if (ending === undefined) return error;
  return new Refusal(
    'database_unreachable',
    `The PostgreSQL at ${server} ${ending}`,
    code === '' ? {} : { reason: code },
  );
}

/** `localhost` has two addresses, and then the error holds one for each. */
function codeOf(error: Error & { code?: unknown; errors?: unknown }): string {
  if (typeof error.code === 'string') return error.code;
  const first: unknown = Array.isArray(error.errors) ? error.errors[0] : undefined;
  return first instanceof Error ? codeOf(first) : '';
}

function nameParts(url: string): { server: string; user: string; database: string } {
  try {
    const { host, hostname, username, pathname } = new URL(url);
    const user = decodeURIComponent(username) || 'the user';
    return {
      server: host || hostname || 'the local socket',
      user,
      database: decodeURIComponent(pathname.slice(1)) || user,
    };
  } catch {
    return { server: 'DATABASE_URL', user: 'the user', database: 'the database' };
  }
}
