import { z } from 'zod';
import { MailStatus } from './stored-mail.ts';

/** One mail as lists show it. Name and subject are a stranger's words. */
export const MailItem = z
  .strictObject({
    id: z.uuid(),
    threadId: z.uuid(),
    direction: z.enum(['in', 'out']),
    status: MailStatus,
    receivedAt: z.iso.datetime(),
    from: z.strictObject({ name: z.string(), address: z.string() }),
    subject: z.string(),
    /** Null until it was read by an agent. */
    intent: z.string().nullable(),
    route: z.string().nullable(),
    partnerId: z.string().nullable(),
    attachments: z.int(),
    isReadable: z.boolean(),
    isSimulated: z.boolean(),
  })
  .meta({ id: 'MailItem' });
export type MailItem = z.infer<typeof MailItem>;
