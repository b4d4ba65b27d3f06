import { z } from 'zod';

/**
 * One line of `GET /events`: something changed, so ask again. It carries no figures and no words of strangers.
 *
 * `resync` means changes may have been missed: everything shown is to be asked again. It is the first event of each
 * connection.
 */
export const LiveEvent = z
  .discriminatedUnion('topic', [
    z.strictObject({ topic: z.literal('proposal'), id: z.uuid(), status: z.string() }),
    z.strictObject({ topic: z.literal('run'), id: z.uuid(), status: z.string() }),
    z.strictObject({ topic: z.literal('delivery'), id: z.uuid(), proposalId: z.uuid() }),
    z.strictObject({ topic: z.literal('mail'), id: z.uuid(), status: z.string() }),
    z.strictObject({ topic: z.literal('control'), paused: z.boolean() }),
    z.strictObject({ topic: z.literal('resync') }),
  ])
  .meta({ id: 'LiveEvent' });
export type LiveEvent = z.infer<typeof LiveEvent>;
