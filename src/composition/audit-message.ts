import type { PageAudit } from '../domain/pages/page-audit.ts';
import type { PageToAudit, PageUnreadable } from '../domain/pages/page-auditor.ts';

/** What the auditing thread is asked. */
export interface AuditRequestMessage {
  readonly page: PageToAudit;
}

/** What it answers; the first message says that it has started. */
export type AuditMessage =
  | { readonly is: 'ready' }
  | { readonly is: 'audited'; readonly audit: PageAudit | PageUnreadable };
