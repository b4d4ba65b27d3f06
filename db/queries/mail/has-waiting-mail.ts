import type { Queryable } from '../../client.ts';

/** Whether mail came in that no run of the inbox has begun after. */
export async function hasWaitingMail(db: Queryable): Promise<boolean> {
  const { rows } = await db.query(
    `
    select 1
      from mail
     where status = 'new' and direction = 'in'
       and created_at > coalesce((select max(started_at) from run where workflow = 'inbox'), '-infinity')
     limit 1
    `,
  );
  return rows.length > 0;
}
