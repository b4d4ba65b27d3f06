import { z } from 'zod';
import { AUDIT_GENESIS, type AuditEntry, auditHash } from '../../../src/domain/audit-entry.ts';
import type { Queryable } from '../../client.ts';
import { takeLock } from '../control/take-lock.ts';

const LastRow = z.object({ seq: z.bigint(), hash: z.string() });

/**
 * Adds rows to the end of the chain, in the caller's transaction, so that what happened and its record stand or
 * fall together. Everybody else who appends waits for that transaction: do it last.
 */
export async function appendAudit(db: Queryable, ...entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await takeLock(db, 'audit');
  const { rows } = await db.query('select seq, hash from audit order by seq desc limit 1');
  let { seq, hash } = rows[0] ? LastRow.parse(rows[0]) : { seq: 0n, hash: AUDIT_GENESIS };
  const chained = entries.map((entry) => {
    const prevHash = hash;
    seq += 1n;
    hash = auditHash(seq, entry, prevHash);
    return { seq: seq.toString(), ...entry, prevHash, hash };
  });
  await db.query(
    `
    insert into audit (seq, at, actor, action, subject, facts, prev_hash, hash)
    select * from unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::jsonb[],
                         $7::text[], $8::text[])
    `,
    [
      chained.map((row) => row.seq),
      chained.map((row) => row.at),
      chained.map((row) => row.actor),
      chained.map((row) => row.action),
      chained.map((row) => row.subject),
      chained.map((row) => JSON.stringify(row.facts)),
      chained.map((row) => row.prevHash),
      chained.map((row) => row.hash),
    ],
  );
}
