import type { Queryable } from '../../client.ts';

/** Whether a workflow has ever come to a good end in this programme. */
export async function hasRunSucceeded(db: Queryable, workflow: string): Promise<boolean> {
  const { rows } = await db.query(
    `
    select exists (select from run where workflow = $1 and status = 'succeeded') as ever
    `,
    [workflow],
  );
  return rows[0]?.ever === true;
}
