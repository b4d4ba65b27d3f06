import { listApplications } from '../../../../db/queries/applications/list-applications.ts';
import { ApplicationItem } from '../../../domain/applications/application-item.ts';
import { ApplicationStatus } from '../../../domain/applications/stored-application.ts';
import { PageQuery, pageOf } from '../../../domain/http/page-of.ts';
import { VettingDecision } from '../../../domain/vetting/vetting-result.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const applicationsRoute = defineApiRoute({
  method: 'get',
  path: '/api/applications',
  role: 'viewer',
  tag: 'applications',
  summary: 'Applications to the programme, newest first, with what vetting says of each.',
  query: PageQuery.extend({
    status: ApplicationStatus.optional(),
    decision: VettingDecision.optional(),
  }),
  answer: pageOf(ApplicationItem),
  handle: ({ query: { cursor, ...filter } }, { pools }) =>
    listApplications(pools.app, { ...filter, cursor: cursor ?? null }),
});
