import { Refusal } from '../../../src/domain/errors.ts';
import type { AuditView } from '../../../src/domain/http/audit-view.ts';
import type { Queryable } from '../../client.ts';
import { AUDIT_COLUMNS, AuditRow } from './audit-row.ts';

/**
 * The audit log, newest first.
 *
 * @param subject - only rows about this; null for all.
 * @param cursor - `nextCursor` of the page before; null for the first.
 * @param limit - rows a page, 1 to 200.
 * @throws {Refusal} `input_invalid` when the cursor is none of ours.
 */
export async function listAudit(
  db: Queryable,
  {
    subject,
    cursor,
    limit,
  }: { readonly subject: string | null; readonly cursor: string | null; readonly limit: number },
): Promise<{ items: AuditView[]; nextCursor: string | null }> {
  if (cursor !== null && !/^\d{1,18}$/.test(cursor)) {
    throw new Refusal('input_invalid', 'This cursor is none of ours: take nextCursor as it came.');
  }
  const { rows } = await db.query(
    `
    select ${AUDIT_COLUMNS}
      from audit
     where ($1::text is null or subject = $1)
       and ($2::bigint is null or seq < $2)
     order by seq desc
     limit $3
    `,
    [subject, cursor, limit + 1],
  );
  const page = rows.slice(0, limit).map((row) => AuditRow.parse(row));
  const last = page.at(-1);
  return {
    items: page.map(({ seq, at, prev_hash: prevHash, ...row }) => ({
      ...row,
      seq: seq.toString(),
      at: at.toISOString(),
      prevHash,
    })),
    nextCursor: rows.length > limit && last ? last.seq.toString() : null,
  };
}
