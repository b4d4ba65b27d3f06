import type { Queryable } from '../../client.ts';
import { endCode } from './end-code.ts';

/** Ends a code and sets up another of the same owner, kind and terms. */
export async function reissueCode(
  db: Queryable,
  {
    code,
    newCode,
    proposalId,
    at,
  }: { readonly code: string; readonly newCode: string; readonly proposalId: string; readonly at: Date },
): Promise<void> {
  await db.query(
    `
    insert into code (code, kind, owner_partner_id, percent_off, amount_off_micros, currency, starts_at, ends_at, extra)
    select $2, kind, owner_partner_id, percent_off, amount_off_micros, currency, $3, ends_at, extra
      from code
     where code = $1
    `,
    [code, newCode, at],
  );
  await endCode(db, { code, successor: newCode, proposalId, at });
}
