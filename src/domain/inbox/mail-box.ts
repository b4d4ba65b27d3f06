import { z } from 'zod';

/** How a folder that mail is read from stands. */
export const MailBox = z
  .strictObject({
    /** User and host, never a password. */
    account: z.string(),
    folder: z.string(),
    /** Null when it was never reached. */
    checkedAt: z.iso.datetime().nullable(),
    lastUid: z.int(),
    /** What went wrong last; null when all is well. */
    error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    /** When it is tried again after an error; null when it is being read. */
    nextTryAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'MailBox' });
export type MailBox = z.infer<typeof MailBox>;
