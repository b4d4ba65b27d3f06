import { listAudit } from '../../../../db/queries/audit/list-audit.ts';
import { AuditView } from '../../../domain/http/audit-view.ts';
import { PageQuery, pageOf } from '../../../domain/http/page-of.ts';
import { textIn } from '../../../domain/http/text-in.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const auditRoute = defineApiRoute({
  method: 'get',
  path: '/api/audit',
  role: 'admin',
  tag: 'audit',
  summary: 'The audit log, newest first; `marginkeeper audit verify` walks its chain.',
  query: PageQuery.extend({ subject: textIn(200).optional() }),
  answer: pageOf(AuditView),
  handle: ({ query: { subject, cursor, limit } }, { pools }) =>
    listAudit(pools.app, { subject: subject ?? null, cursor: cursor ?? null, limit }),
});
