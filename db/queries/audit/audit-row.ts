import { z } from 'zod';

/** A row of the audit log. */
export const AuditRow = z.object({
  seq: z.bigint(),
  at: z.date(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  facts: z.record(z.string(), z.unknown()),
  prev_hash: z.string(),
  hash: z.string(),
});
export type AuditRow = z.infer<typeof AuditRow>;

export const AUDIT_COLUMNS = 'seq, at, actor, action, subject, facts, prev_hash, hash';
