import { z } from 'zod';
import { Refusal } from '../../../src/domain/errors.ts';
import type { MailItem } from '../../../src/domain/inbox/mail-item.ts';
import { MailStatus } from '../../../src/domain/inbox/stored-mail.ts';
import type { Queryable } from '../../client.ts';

const CURSOR = /^(\d{1,18})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const ItemRow = z.object({
  mail_id: z.uuid(),
  thread_id: z.uuid(),
  direction: z.enum(['in', 'out']),
  status: MailStatus,
  received_at: z.date(),
  received_micros: z.bigint(),
  from_name: z.string(),
  from_address: z.string(),
  subject: z.string(),
  intent: z.string().nullable(),
  route: z.string().nullable(),
  partner_id: z.string().nullable(),
  attachments: z.int(),
  is_readable: z.boolean(),
  is_simulated: z.boolean(),
});

/**
 * Mail, newest first.
 *
 * @param cursor - `nextCursor` of the page before; null for the first.
 * @param limit - rows a page, 1 to 200.
 * @throws {Refusal} `input_invalid` when the cursor is none of ours.
 */
export async function listMails(
  db: Queryable,
  filter: {
    readonly status?: MailStatus | undefined;
    readonly intent?: string | undefined;
    readonly route?: string | undefined;
    readonly partnerId?: string | undefined;
    readonly cursor: string | null;
    readonly limit: number;
  },
): Promise<{ items: MailItem[]; nextCursor: string | null }> {
  const [afterMicros, afterId] = readCursor(filter.cursor);
  const { rows } = await db.query(
    `
    select m.mail_id, m.thread_id, m.direction, m.status, m.received_at, m.from_name, m.from_address, m.subject, m.intent,
           m.route, m.partner_id, m.parsed is not null as is_readable, m.is_simulated,
           (select count(*)::int from mail_attachment a where a.mail_id = m.mail_id) as attachments,
           (extract(epoch from m.received_at) * 1000000)::bigint as received_micros
      from mail m
     where ($1::text is null or m.status = $1)
       and ($2::text is null or m.intent = $2)
       and ($3::text is null or m.route = $3)
       and ($4::text is null or m.partner_id = $4)
       and ($5::bigint is null
            or m.received_at < timestamptz 'epoch' + $5::bigint * interval '1 microsecond'
            or (m.received_at = timestamptz 'epoch' + $5::bigint * interval '1 microsecond' and m.mail_id > $6::uuid))
     order by m.received_at desc, m.mail_id
     limit $7
    `,
    [
      filter.status ?? null,
      filter.intent ?? null,
      filter.route ?? null,
      filter.partnerId ?? null,
      afterMicros,
      afterId,
      filter.limit + 1,
    ],
  );
  const page = rows.slice(0, filter.limit).map((row) => ItemRow.parse(row));
  const last = page.at(-1);
  return {
    items: page.map(toItem),
    nextCursor: rows.length > filter.limit && last ? `${last.received_micros}.${last.mail_id}` : null,
  };
}

function toItem(row: z.infer<typeof ItemRow>): MailItem {
  return {
    id: row.mail_id,
    threadId: row.thread_id,
    direction: row.direction,
    status: row.status,
    receivedAt: row.received_at.toISOString(),
    from: { name: row.from_name, address: row.from_address },
    subject: row.subject,
    intent: row.intent,
    route: row.route,
    partnerId: row.partner_id,
    attachments: row.attachments,
    isReadable: row.is_readable,
    isSimulated: row.is_simulated,
  };
}

function readCursor(cursor: string | null): [string | null, string | null] {
  if (cursor === null) return [null, null];
  const match = CURSOR.exec(cursor);
  if (!match) throw new Refusal('input_invalid', 'This cursor is none of ours: take nextCursor as it came.');
  return [match[1] ?? null, match[2] ?? null];
}
