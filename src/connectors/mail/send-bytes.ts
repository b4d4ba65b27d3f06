import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailServer } from '../../domain/deliveries/mail-server.ts';

/** How long the parts of one sending may take. */
export interface SmtpTimes {
  /** Until the connection is safe and the server has greeted, seconds. */
  readonly greetingSeconds: number;
  /** Without a word from the server, seconds. */
  readonly silenceSeconds: number;
}

/** How it ended; `response` is the server's own sentence, of at most 300 characters. */
export type SmtpAnswer =
  | { readonly state: 'accepted'; readonly response: string }
  | { readonly state: 'failed'; readonly reason: string; readonly retryAfterSeconds?: number }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'unclear'; readonly reason: string };

/** A wrong password is tried again slowly: servers lock accounts. */
const SIGN_IN_RETRY_SECONDS = 300;
const RESPONSE_LENGTH_MAX = 300;

/**
 * Sends one mail over a connection of its own.
 *
 * The mail begins to leave only after the server asked for it. What breaks before clearly did not happen; what breaks
 * afterwards without an answer may have.
 */
export async function sendBytes(
  server: MailServer,
  mail: { readonly from: string; readonly to: string; readonly bytes: Buffer },
  times: SmtpTimes,
  signal: AbortSignal,
): Promise<SmtpAnswer> {
  const progress = { hasBegun: false };
  const connection = new SMTPConnection(optionsOf(server, times));
  const broken = Promise.withResolvers<never>();
  const onAbort = (): void => broken.reject(new Error('It took too long.'));
  connection.on('error', broken.reject);
  connection.on('end', () => broken.reject(new Error('The server closed the connection.')));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    signal.throwIfAborted();
    const response = await Promise.race([conversation(connection, server, mail, progress), broken.promise]);
    return { state: 'accepted', response: response.slice(0, RESPONSE_LENGTH_MAX) };
  } catch (error) {
    return answerOf(error, progress.hasBegun);
  } finally {
    signal.removeEventListener('abort', onAbort);
    broken.promise.catch(() => undefined);
    connection.close();
  }
}

function optionsOf(server: MailServer, { greetingSeconds, silenceSeconds }: SmtpTimes) {
  return {
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'plain',
    connectionTimeout: greetingSeconds * 1_000,
    greetingTimeout: greetingSeconds * 1_000,
    dnsTimeout: greetingSeconds * 1_000,
    socketTimeout: silenceSeconds * 1_000,
    tls: { rejectUnauthorized: !server.isLoopback },
    allowInternalNetworkInterfaces: true,
  };
}

async function conversation(
  connection: SMTPConnection,
  { user, password }: MailServer,
  { from, to, bytes }: { readonly from: string; readonly to: string; readonly bytes: Buffer },
  progress: { hasBegun: boolean },
): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    connection.connect((error?: unknown) => (error ? reject(error) : resolve()));
  });
  if (user !== null && password !== null) {
    await new Promise<void>((resolve, reject) => {
      connection.login({ credentials: { user, pass: password } }, (error) =>
        error ? reject(error) : resolve(),
      );
    });
  }
  // Asked for its first byte only when the server has said that it waits for them.
  const stream = new Readable({
    read() {
      progress.hasBegun = true;
      this.push(bytes);
      this.push(null);
    },
  });
  return new Promise((resolve, reject) => {
    connection.send({ from, to: [to], size: bytes.length }, stream, (error, info) =>
      error ? reject(error) : resolve(info?.response ?? ''),
    );
  });
}

function answerOf(error: unknown, hasBegun: boolean): SmtpAnswer {
  const { code, responseCode, response } = (error ?? {}) as Record<string, unknown>;
  const words = typeof response === 'string' ? response.slice(0, RESPONSE_LENGTH_MAX) : null;
  if (code === 'EAUTH') {
    const reason = `The mail server does not accept user or password: ${words ?? 'no reason given'}`;
    return { state: 'failed', reason, retryAfterSeconds: SIGN_IN_RETRY_SECONDS };
  }
  if (
    typeof responseCode === 'number' &&
    responseCode >= 500 &&
    code !== 'ECONNECTION' &&
    code !== 'EPROTOCOL'
  ) {
    return { state: 'refused', reason: `The mail server refuses it: ${words}` };
  }
  if (typeof responseCode === 'number' && responseCode >= 400) {
    return { state: 'failed', reason: `The mail server does not take it now: ${words}` };
  }
  const message = error instanceof Error ? error.message.slice(0, RESPONSE_LENGTH_MAX) : String(error);
  if (hasBegun) {
    const reason = `The mail was on its way when the connection was lost: ${message}`;
    return { state: 'unclear', reason };
  }
  return { state: 'failed', reason: `The mail server could not be reached: ${message}` };
}
