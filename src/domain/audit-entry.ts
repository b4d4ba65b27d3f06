import { createHash } from 'node:crypto';
import { canonicalJson } from './proposals/canonical-json.ts';

/** What a row of the audit log says, without its place in the chain. */
export interface AuditEntry {
  /** Whole milliseconds: the chain binds the time as text. */
  readonly at: Date;
  /** A person's name, `policy`, `system`, or the process that worked. */
  readonly actor: string;
  readonly action: string;
  /** What it concerns, such as a proposal's id. */
  readonly subject: string;
  /** JSON values only. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The hash before the first row. */
export const AUDIT_GENESIS = '0'.repeat(64);

/** sha256 (hex) over the row and the hash before it: change, remove or add a row, and every later hash is wrong. */
export function auditHash(seq: bigint, entry: AuditEntry, prevHash: string): string {
  const { at, actor, action, subject, facts } = entry;
  const row = canonicalJson({ seq: seq.toString(), at: at.toISOString(), actor, action, subject, facts });
  return createHash('sha256').update(prevHash).update(row).digest('hex');
}
