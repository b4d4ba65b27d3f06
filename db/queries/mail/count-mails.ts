import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  route: z.string().nullable(),
  intent: z.string().nullable(),
  status: z.string(),
  count: z.int(),
  oldest: z.date(),
});
export type MailCountRow = z.infer<typeof Row>;

/** Mail that came in and still waits for somebody, counted by route, intent and status; what goes to a person first. */
export async function countMails(db: Queryable): Promise<MailCountRow[]> {
  const { rows } = await db.query(
    `
    select route, intent, status, count(*)::int, min(received_at) as oldest
      from mail
     where direction = 'in' and status in ('new', 'working', 'triaged', 'needs_review')
       and coalesce(route, '') <> 'ignore'
     group by route, intent, status
     order by route = 'human' desc nulls last, count(*) desc, intent
    `,
  );
  return rows.map((row) => Row.parse(row));
}
