import type { PageAudit } from '../domain/pages/page-audit.ts';
import type { PageUnreadable } from '../domain/pages/page-auditor.ts';

/** What a page is, or why it could not be read, under what was asked for. */
export type PageLine = PageAudit | { readonly source: string; readonly error: PageUnreadable };
