import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { holdAccount } from '../../../../db/queries/mail/hold-account.ts';
import { keepBoxError } from '../../../../db/queries/mail/mail-box-state.ts';
import { openMailAccount } from '../../../connectors/mail/read.ts';
import { mailRetrySeconds } from '../../../domain/deliveries/mail-retry-seconds.ts';
import type { MailServer } from '../../../domain/deliveries/mail-server.ts';
import { Refusal } from '../../../domain/errors.ts';
import type { WorkerLog } from '../../../domain/worker-log.ts';
import { MAIL_LIMITS, type MailLimits } from '../mail-limits.ts';
import { openMailThread } from '../thread/open-mail-thread.ts';
import { readAccount } from './read-account.ts';
import type { FolderDeps } from './read-folder.ts';

export interface MailReaderOptions {
  readonly pool: pg.Pool;
  readonly server: MailServer;
  readonly folders: readonly string[];
  readonly pollSeconds: number;
  /** Of a folder never read before, only so many days back. */
  readonly firstDays: number;
  readonly log: WorkerLog;
  readonly limits?: MailLimits;
  readonly now?: () => Date;
  readonly random?: () => number;
  /** How long to wait after so many failures in a row, seconds; for tests. */
  readonly retrySeconds?: typeof mailRetrySeconds;
}

export interface MailReader {
  /** Ends after the mail that is being stored. */
  stop(): Promise<void>;
}

/** How often a process asks whether the one that reads the account is gone, milliseconds. */
const STAND_BY_MS = 5_000;

/** What a mail account is called in logs, sources and tables. */
export const accountName = ({ user, host }: Pick<MailServer, 'user' | 'host'>): string => `${user}@${host}`;

/**
 * Reads a mail account until it is stopped. Any number of processes may be started; one reads, and the others stand by.
 *
 * A lost connection and a refused password are noted in the folders' rows and tried again, slower each time.
 */
export function startMailReader(options: MailReaderOptions): MailReader {
  const { pool, server, log } = options;
  const stopping = new AbortController();
  const account = accountName(server);
  const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
    // Being woken by the end is no error.
    sleep(milliseconds, undefined, { signal }).catch(() => undefined);

  const running = (async () => {
    while (!stopping.signal.aborted) {
      const held = await holdAccount(pool, account).catch((error: unknown) => {
        log.error({ err: error, account }, 'the mail account could not be taken up and will be tried again');
        return null;
      });
      if (held === null) await pause(STAND_BY_MS, stopping.signal);
      else {
        await readWhileHeld(options, account, AbortSignal.any([stopping.signal, held.lost]), pause);
        held.release();
      }
    }
  })();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

async function readWhileHeld(
  options: MailReaderOptions,
  account: string,
  signal: AbortSignal,
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const { pool, folders, log, firstDays, limits = MAIL_LIMITS } = options;
  const { now = () => new Date(), random = Math.random, retrySeconds = mailRetrySeconds } = options;
  const thread = openMailThread(limits);
  const deps: FolderDeps = { db: pool, thread, limits, log, now, signal, firstDays };
  let failures = 0;
  while (!signal.aborted) {
    try {
      await readOnce(options, account, deps, () => {
        failures = 0;
      });
    } catch (error) {
      failures += 1;
      const refusal = error instanceof Refusal ? error : null;
      const seconds = retrySeconds(refusal?.code === 'mail_sign_in_refused', failures, random());
      const facts = { account, code: refusal?.code ?? null, failures, retrySeconds: Math.round(seconds) };
      if (refusal) log.warn(facts, refusal.sentence);
      else log.error({ ...facts, err: error }, 'mail could not be read and will be tried again');
      const message = refusal?.sentence ?? 'Something went wrong here; the log says what.';
      await note(deps, { account, folders }, refusal?.code ?? 'internal_error', message, seconds);
      await pause(seconds * 1_000, signal);
    }
  }
  await thread.close();
}

async function readOnce(
  { server, folders, pollSeconds }: MailReaderOptions,
  account: string,
  deps: FolderDeps,
  onWell: () => void,
): Promise<void> {
  const opened = await openMailAccount(server, deps.limits.sizeBytes);
  const close = (): void => opened.close();
  // A mail of 50 MB on its way does not hold up the end.
  deps.signal.addEventListener('abort', close, { once: true });
  try {
    await readAccount(opened, { account, folders, pollSeconds }, deps, onWell);
  } catch (error) {
    if (!deps.signal.aborted) throw error;
  } finally {
    deps.signal.removeEventListener('abort', close);
    opened.close();
  }
}

async function note(
  { db, log, now }: FolderDeps,
  { account, folders }: { readonly account: string; readonly folders: readonly string[] },
  code: string,
  message: string,
  seconds: number,
): Promise<void> {
  const nextTryAt = new Date(now().getTime() + seconds * 1_000);
  try {
    for (const folder of folders) {
      await keepBoxError(db, { account, folder }, { error: { code, message }, nextTryAt });
    }
  } catch (error) {
    log.error({ err: error, account }, 'how the mail account stands could not be noted');
  }
}
