import type { Queryable } from '../../../db/client.ts';
import { hasWrittenTo } from '../../../db/queries/mail/has-written-to.ts';
import { suppress } from '../../../db/queries/mail/suppress.ts';
import type { ReceivedMail } from '../../domain/inbox/received-mail.ts';

/** Servers try for some five days; a bounce that comes later than this is none of a mail of ours. */
const BOUNCE_DAYS_MAX = 14;
const DAY_MS = 86_400_000;

/**
 * Writes no more to addresses that a bounce says do not exist (5.x.x), among those we wrote to lately: a bounce is a
 * stranger's mail, and must not silence anybody else.
 *
 * @returns the addresses, in lower case.
 */
export async function suppressBounced(
  db: Queryable,
  { failedRecipients, isDeliveryReport }: Pick<ReceivedMail, 'failedRecipients' | 'isDeliveryReport'>,
  { mailId, now }: { readonly mailId: string; readonly now: Date },
): Promise<string[]> {
  if (!isDeliveryReport) return [];
  const since = new Date(now.getTime() - BOUNCE_DAYS_MAX * DAY_MS);
  const suppressed: string[] = [];
  for (const { address, action, status } of failedRecipients) {
    const isHard = status?.startsWith('5.') === true && (action === null || action === 'failed');
    if (!isHard || !(await hasWrittenTo(db, address, since))) continue;
    await suppress(db, { address, reason: 'bounce', since: now, mailId });
    suppressed.push(address);
  }
  return suppressed;
}
