import { once } from 'node:events';
import { type FetchMessageObject, ImapFlow } from 'imapflow';
import type { MailServer } from '../../domain/deliveries/mail-server.ts';
import { Refusal } from '../../domain/errors.ts';
import { imapRefusal } from './imap-refusal.ts';

/** One mail as a folder holds it. */
export interface FolderMail {
  readonly uid: number;
  /** The first `bytesMax + 1` of it at most: one more than allowed tells the reader that there was more. */
  readonly bytes: Uint8Array;
  /** When the server took it; null when it does not say. */
  readonly receivedAt: Date | null;
}

/** Where a folder stands. Numbers grow; under another `uidValidity` they begin again. */
export interface FolderState {
  readonly uidValidity: bigint;
}

/** A connection to somebody's mail that only ever looks: no flag is set, nothing is moved, nothing is deleted. */
export interface MailAccount {
  /** @throws {Refusal} `mail_folder_missing`, `mail_server_unreachable`. */
  open(folder: string): Promise<FolderState>;
  /**
   * The mails of the open folder after a number, oldest first.
   *
   * @param since - only those the server took from that day on; null for all.
   * @throws {Refusal} `mail_server_unreachable` when the connection breaks on the way.
   */
  mailsAfter(uid: number, options: { since: Date | null; bytesMax: number }): AsyncGenerator<FolderMail>;
  /** Waits until the server announces mail in the open folder, or the time is over. */
  waitForMail(seconds: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Mails asked for at once: what was read of them stands, should the connection break. */
const BATCH = 20;
const CONNECT_MS = 20_000;
/** Without a word from the server the connection counts as lost. */
const SILENCE_MS = 6 * 60_000;
const LINE_BYTES_MAX = 16 * 1024 * 1024;

/** @throws {Refusal} `mail_sign_in_refused`, `mail_server_unreachable`; never with a password in it. */
export async function openMailAccount(server: MailServer, bytesMax: number): Promise<MailAccount> {
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    ...(server.security === 'tls' ? {} : { doSTARTTLS: server.security === 'starttls' }),
    tls: { rejectUnauthorized: !server.isLoopback },
    auth: { user: server.user ?? '', pass: server.password ?? '' },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    maxLineLength: LINE_BYTES_MAX,
    maxLiteralSize: bytesMax + LINE_BYTES_MAX,
    maxResponseSize: bytesMax + 2 * LINE_BYTES_MAX,
  });
  // What broke is said by the command that meets it; unheard, the event would end the process.
  client.on('error', () => undefined);
  const news = { hasCome: false };
  client.on('exists', ({ count, prevCount }) => {
    if (count > prevCount) news.hasCome = true;
  });
  try {
    await client.connect();
  } catch (error) {
    client.close();
    throw imapRefusal(error, server);
  }
  const names = await attempt(server, () => folderNames(client));
  return {
    async open(folder) {
      const path = names(folder);
      if (path === null) {
        throw new Refusal('mail_folder_missing', `There is no folder ${folder} in this account.`, { folder });
      }
      // EXAMINE: the server itself refuses changes on such a connection.
      const { uidValidity } = await attempt(server, () => client.mailboxOpen(path, { readOnly: true }));
      news.hasCome = false;
      return { uidValidity };
    },
    mailsAfter: (uid, options) => mailsAfter(client, server, uid, options),
    async waitForMail(seconds, signal) {
      if (news.hasCome || signal.aborted) return;
      await untilAnnounced(client, server, seconds, signal);
    },
    close: () => client.close(),
  };
}

async function attempt<Result>(server: MailServer, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw imapRefusal(error, server);
  }
}

/** By the names that people see, whatever the server puts between the levels; INBOX in any case. */
async function folderNames(client: ImapFlow): Promise<(folder: string) => string | null> {
  const plain = (name: string): string => (/^inbox$/i.test(name) ? 'INBOX' : name.normalize('NFC'));
  const paths = new Map<string, string>();
  for (const { path, delimiter } of await client.list()) {
    paths.set(plain(path), path);
    if (delimiter) paths.set(plain(path.replaceAll(delimiter, '/')), path);
  }
  return (folder) => paths.get(plain(folder)) ?? null;
}

async function* mailsAfter(
  client: ImapFlow,
  server: MailServer,
  uid: number,
  { since, bytesMax }: { readonly since: Date | null; readonly bytesMax: number },
): AsyncGenerator<FolderMail> {
  const wanted = { uid: `${uid + 1}:*`, ...(since ? { since } : {}) };
  const found = await attempt(server, () => client.search(wanted, { uid: true }));
  // "5:*" also names the last mail when its number is below 5.
  const uids = (found || []).filter((one) => one > uid).sort((a, b) => a - b);
  for (let start = 0; start < uids.length; start += BATCH) {
    const batch = uids.slice(start, start + BATCH);
    try {
      const large = await largeOnes(client, batch, bytesMax);
      for (const { range, isLarge } of runsOf(batch, large)) {
        const source = isLarge ? { start: 0, maxLength: bytesMax + 1 } : true;
        const messages = client.fetch(range, { uid: true, internalDate: true, source }, { uid: true });
        for await (const message of messages) yield* toMail(message);
      }
    } catch (error) {
      throw error instanceof Refusal ? error : imapRefusal(error, server);
    }
  }
}

/** Servers do not always count alike, so what is nearly too large counts as such. */
async function largeOnes(
  client: ImapFlow,
  uids: readonly number[],
  bytesMax: number,
): Promise<ReadonlySet<number>> {
  const large = new Set<number>();
  for await (const { uid, size = 0 } of client.fetch(
    uids.join(','),
    { uid: true, size: true },
    { uid: true },
  )) {
    if (size > bytesMax * 0.9) large.add(uid);
  }
  return large;
}

/** In their order: those of usual size together, each large one by itself. */
function runsOf(uids: readonly number[], large: ReadonlySet<number>): { range: string; isLarge: boolean }[] {
  const runs: { uids: number[]; isLarge: boolean }[] = [];
  for (const uid of uids) {
    const last = runs.at(-1);
    if (last && !last.isLarge && !large.has(uid)) last.uids.push(uid);
    else runs.push({ uids: [uid], isLarge: large.has(uid) });
  }
  return runs.map(({ uids: each, isLarge }) => ({ range: each.join(','), isLarge }));
}

function* toMail({ uid, source, internalDate }: FetchMessageObject): Generator<FolderMail> {
  // Deleted by somebody else meanwhile.
  if (!source) return;
  const at = internalDate === undefined ? null : new Date(internalDate);
  yield { uid, bytes: source, receivedAt: at && !Number.isNaN(at.getTime()) ? at : null };
}

async function untilAnnounced(
  client: ImapFlow,
  server: MailServer,
  seconds: number,
  signal: AbortSignal,
): Promise<void> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(seconds * 1_000)]);
  const ended = new AbortController();
  const heard = { signal: ended.signal };
  const idle = client.idle();
  // The next command ends it; how, nobody asks.
  idle.catch(() => undefined);
  try {
    await Promise.race([
      once(client, 'exists', heard),
      once(over, 'abort', heard),
      once(client, 'close', heard).then(() => {
        throw imapRefusal(new Error('The server closed the connection.'), server);
      }),
    ]);
  } finally {
    ended.abort();
  }
  if (!client.usable) throw imapRefusal(new Error('The connection is gone.'), server);
}
