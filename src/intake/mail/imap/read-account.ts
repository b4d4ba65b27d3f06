import { keepBoxError } from '../../../../db/queries/mail/mail-box-state.ts';
import type { MailAccount } from '../../../connectors/mail/read.ts';
import { Refusal } from '../../../domain/errors.ts';
import { type FolderDeps, readFolder } from './read-folder.ts';

export interface AccountSettings {
  /** User and host. */
  readonly account: string;
  readonly folders: readonly string[];
  readonly pollSeconds: number;
}

/** Waiting longer than this without a word, some routers forget the connection. */
const WAIT_SECONDS_MAX = 300;

/**
 * Reads an account until it is stopped: all folders, then waits for news of the first one, which the server announces, or
 * for the time to look at all of them again.
 *
 * @param onWell - hears after each round that all went well.
 * @throws {Refusal} when the connection is lost. A folder that is missing is noted, and the others are read.
 */
export async function readAccount(
  account: MailAccount,
  { account: name, folders, pollSeconds }: AccountSettings,
  deps: FolderDeps,
  onWell: () => void,
): Promise<void> {
  const { db, log, now, signal } = deps;
  const waitSeconds = Math.min(pollSeconds, WAIT_SECONDS_MAX);
  while (!signal.aborted) {
    // The first one last: it stays open, and is the one whose news come at once.
    for (const folder of folders.toReversed()) {
      if (signal.aborted) return;
      const box = { account: name, folder };
      try {
        const inserted = await readFolder(account, box, deps);
        if (inserted > 0) log.info({ ...box, inserted }, 'mail came in');
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'mail_folder_missing') throw error;
        const nextTryAt = new Date(now().getTime() + waitSeconds * 1_000);
        log.warn({ ...box, code: error.code }, error.sentence);
        await keepBoxError(db, box, { error: { code: error.code, message: error.sentence }, nextTryAt });
      }
    }
    onWell();
    await account.waitForMail(waitSeconds, signal);
  }
}
