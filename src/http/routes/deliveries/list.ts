import { z } from 'zod';
import { listDeliveries } from '../../../../db/queries/deliveries/list-deliveries.ts';
import { DeliveryView } from '../../../domain/http/delivery-view.ts';
import { PageQuery, pageOf } from '../../../domain/http/page-of.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const deliveriesRoute = defineApiRoute({
  method: 'get',
  path: '/api/deliveries',
  role: 'viewer',
  tag: 'deliveries',
  summary: 'Receipts written by the other side at arrival, newest first.',
  query: PageQuery.extend({ proposal: z.uuid().optional() }),
  answer: pageOf(DeliveryView),
  handle: ({ query: { proposal, cursor, limit } }, { pools }) =>
    listDeliveries(pools.app, { proposalId: proposal ?? null, cursor: cursor ?? null, limit }),
});
