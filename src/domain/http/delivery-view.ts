import { z } from 'zod';

/** A receipt that the other side wrote at arrival; exactly one per executed proposal. */
export const DeliveryView = z
  .strictObject({
    id: z.uuid(),
    kind: z.string(),
    proposalId: z.uuid(),
    idempotencyKey: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Delivery' });
export type DeliveryView = z.infer<typeof DeliveryView>;
