import type { Queryable } from '../../client.ts';

/** From a moment on nobody but its owner earns on orders with a code; `commission_denied` says which orders that concerns. */
export async function insertCodeRule(
  db: Queryable,
  {
    code,
    kind,
    proposalId,
    at,
  }: {
    readonly code: string;
    readonly kind: 'retired' | 'zero_non_owner';
    readonly proposalId: string;
    readonly at: Date;
  },
): Promise<void> {
  await db.query(
    `
    insert into code_rule (code, kind, since, proposal_id)
    values ($1, $2, $3, $4)
    `,
    [code, kind, at, proposalId],
  );
}
