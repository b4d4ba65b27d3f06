import { z } from 'zod';

/** One row of the audit log; `hash` covers the row and `prevHash`, so that a changed row breaks the chain. */
export const AuditView = z
  .strictObject({
    seq: z.string(),
    at: z.iso.datetime(),
    actor: z.string(),
    action: z.string(),
    subject: z.string(),
    facts: z.record(z.string(), z.unknown()),
    prevHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditRow' });
export type AuditView = z.infer<typeof AuditView>;
