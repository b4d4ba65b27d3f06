import type { Queryable } from '../../client.ts';

/** Every code that is or was in use, in capitals. */
export async function takenCodes(db: Queryable): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ code: string }>(
    `
    select upper(code) as code from code
    union
    select upper(successor) from code_rule where successor is not null
    `,
  );
  return new Set(rows.map(({ code }) => code));
}
