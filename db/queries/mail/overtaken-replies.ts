import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const OvertakenRow = z.object({ proposal_id: z.uuid() });

/**
 * Open replies to the same address in the same conversation that waited already when a reply was approved, which has
 * been delivered since: who approved it chose among them. One that was proposed later answers what came later.
 *
 * @param proposalId - the delivered reply's; of any other kind, nothing is found.
 */
export async function overtakenReplies(db: Queryable, proposalId: string): Promise<string[]> {
  const { rows } = await db.query(
    `
    select other.proposal_id
      from proposal sent
      join mail answered on answered.mail_id = (sent.effect ->> 'mailId')::uuid
      join mail sibling on sibling.thread_id = answered.thread_id
      join proposal other on other.kind = 'mail.reply' and other.effect ->> 'mailId' = sibling.mail_id::text
     where sent.proposal_id = $1 and sent.kind = 'mail.reply'
       and other.proposal_id <> sent.proposal_id
       and other.status in ('pending', 'snoozed')
       and lower(other.effect ->> 'to') = lower(sent.effect ->> 'to')
       and other.created_at <= sent.decided_at
    `,
    [proposalId],
  );
  return rows.map((row) => OvertakenRow.parse(row).proposal_id);
}
