import type { Queryable } from '../../../../db/client.ts';
import { type BoxName, findBox, keepBox } from '../../../../db/queries/mail/mail-box-state.ts';
import type { MailAccount } from '../../../connectors/mail/read.ts';
import type { WorkerLog } from '../../../domain/worker-log.ts';
import type { MailLimits } from '../mail-limits.ts';
import { takeMail } from '../take-mail.ts';
import type { MailThread } from '../thread/open-mail-thread.ts';

export interface FolderDeps {
  readonly db: Queryable;
  readonly thread: MailThread;
  readonly limits: MailLimits;
  readonly log: WorkerLog;
  now(): Date;
  /** Stops between two mails. */
  readonly signal: AbortSignal;
  /** Of a folder that was never read before, only so many days back. */
  readonly firstDays: number;
}

const DAY_MS = 86_400_000;

/**
 * Takes in what is new in a folder, and notes after each mail how far it came: whoever goes on begins there.
 *
 * When the server has made the folder anew, all of it is looked at again; what is known adds nothing.
 *
 * @returns how many mails were new to us.
 */
export async function readFolder(account: MailAccount, box: BoxName, deps: FolderDeps): Promise<number> {
  const { db, thread, limits, log, now, signal, firstDays } = deps;
  const { uidValidity } = await account.open(box.folder);
  const known = await findBox(db, box);
  const isSame = known !== null && known.uidValidity === uidValidity;
  if (known?.uidValidity != null && !isSame) {
    log.warn({ ...box }, 'the server made this mail folder anew; all of it is looked at again');
  }
  let lastUid = isSame ? known.lastUid : 0;
  const since = isSame && lastUid > 0 ? null : new Date(now().getTime() - firstDays * DAY_MS);
  let inserted = 0;
  for await (const mail of account.mailsAfter(lastUid, { since, bytesMax: limits.sizeBytes })) {
    const at = now();
    const received = mail.receivedAt !== null && mail.receivedAt < at ? mail.receivedAt : at;
    const source = `imap:${box.account}/${box.folder}`;
    const taken = await takeMail({ db, thread }, mail.bytes, { source, now: received, isSimulated: false });
    if (taken.state === 'inserted') inserted += 1;
    lastUid = mail.uid;
    await keepBox(db, box, { uidValidity, lastUid, now: at });
    if (signal.aborted) return inserted;
  }
  await keepBox(db, box, { uidValidity, lastUid, now: now() });
  return inserted;
}
