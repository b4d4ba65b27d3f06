import type { Queryable } from '../../client.ts';

/** Ends a code from a moment on: in the internal table, and as a rule that outlives the next import of the table. */
export async function endCode(
  db: Queryable,
  {
    code,
    successor,
    proposalId,
    at,
  }: {
    readonly code: string;
    /** What was issued instead; null for nothing. */
    readonly successor: string | null;
    readonly proposalId: string;
    readonly at: Date;
  },
): Promise<void> {
  await db.query(
    `
    insert into code_rule (code, kind, since, proposal_id, successor, previous_ends_at)
    select $1, 'retired', $2, $3, $4, (select ends_at from code where code = $1)
    `,
    [code, at, proposalId, successor],
  );
  await db.query(
    `
    update code
       set ends_at = $2
     where code = $1 and (ends_at is null or ends_at > $2)
    `,
    [code, at],
  );
}
