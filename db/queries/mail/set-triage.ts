import type { MailStatus, StoredTriage } from '../../../src/domain/inbox/stored-mail.ts';
import type { Triage } from '../../../src/domain/inbox/triage.ts';
import type { Queryable } from '../../client.ts';
import { storableJson } from './storable.ts';

/**
 * Keeps what triage said of a mail. A later triage takes the place of an earlier one.
 *
 * @param partnerId - by our own look-up; null when unknown.
 */
export async function setTriage(
  db: Queryable,
  mailId: string,
  {
    triage,
    madeBy,
    partnerId,
    status,
  }: {
    readonly triage: Triage;
    readonly madeBy: StoredTriage['madeBy'];
    readonly partnerId: string | null;
    readonly status: MailStatus;
  },
): Promise<void> {
  await db.query(
    `
    update mail
       set triage = $2, intent = $3, route = $4, partner_id = $5, status = $6
     where mail_id = $1
    `,
    [mailId, storableJson({ ...triage, madeBy }), triage.intent, triage.route, partnerId, status],
  );
}
