import { AUDIT_GENESIS, auditHash } from '../../../src/domain/audit-entry.ts';
import type { Queryable } from '../../client.ts';
import { AUDIT_COLUMNS, AuditRow } from './audit-row.ts';

const ROWS_A_READ = 5_000;

export interface AuditVerdict {
  /** Rows walked. */
  readonly rows: number;
  readonly ok: boolean;
  /** The place of the first row that does not follow from the one before it; null when all do. */
  readonly firstBad: number | null;
}

/**
 * Walks the whole chain: no gap, each row's hash right, each row naming the hash before it.
 *
 * Rows cut off at the very end leave a shorter chain that is whole; keep the last hash elsewhere to notice that.
 */
export async function verifyAudit(db: Queryable): Promise<AuditVerdict> {
  let seq = 0n;
  let hash = AUDIT_GENESIS;
  for (;;) {
    const { rows } = await db.query(
      `
      select ${AUDIT_COLUMNS}
        from audit
       where seq > $1
       order by seq
       limit ${ROWS_A_READ}
      `,
      [seq.toString()],
    );
    for (const raw of rows) {
      const row = AuditRow.parse(raw);
      const isNext = row.seq === seq + 1n && row.prev_hash === hash;
      if (!isNext || auditHash(row.seq, row, hash) !== row.hash) {
        return { rows: Number(seq), ok: false, firstBad: Number(seq + 1n) };
      }
      seq = row.seq;
      hash = row.hash;
    }
    if (rows.length < ROWS_A_READ) return { rows: Number(seq), ok: true, firstBad: null };
  }
}
