import { z } from 'zod';
import { listDeliveries } from '../../db/queries/deliveries/list-deliveries.ts';
import { DeliveryView } from '../../src/domain/http/delivery-view.ts';
import { defineTool } from '../define-tool.ts';

const DELIVERIES_MAX = 20;

export const recentReceipts = defineTool({
  name: 'receipts_recent',
  description: 'What arrived lately at the sandbox network, newest first.',
  effect: 'reads',
  exposure: { strangersText: false, privateData: false },
  input: z.strictObject({ limit: z.int().min(1).max(DELIVERIES_MAX) }),
  arguments: { limit: 'NUM' },
  output: z.object({ deliveries: z.array(DeliveryView).max(DELIVERIES_MAX) }),
  limits: { seconds: 10 },

  async run({ limit }, { db }) {
    return { deliveries: (await listDeliveries(db, { proposalId: null, cursor: null, limit })).items };
  },
});
