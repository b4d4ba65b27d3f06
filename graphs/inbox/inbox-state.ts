import { StateSchema } from '@langchain/langgraph';
import { z } from 'zod';
import { MailWish } from '../../tools/mail/case/mail-wish.ts';
import { revisionField, waitingFields, wordedFields } from '../thread-fields.ts';
import { WorkEvent } from '../work-event.ts';

const Letter = z.strictObject({
  subject: z.string(),
  body: z.string(),
  by: z.enum(['template', 'model', 'person']),
});

/** What a thread of the inbox remembers: ids, figures and our own words. A mail's words stay where they are stored. */
export const InboxState = new StateSchema({
  event: WorkEvent,
  /** Mails to work on; found by the thread without an item. */
  items: z.array(z.string()).default(() => []),
  counts: z.record(z.string(), z.number()).default(() => ({})),
  /** The moment the figures are about; a revision is about a later one than the event's. */
  asOf: z.iso
    .datetime()
    .nullable()
    .default(() => null),
  /** What the mail calls for. */
  wishes: z.array(MailWish).default(() => []),
  topic: z
    .string()
    .nullable()
    .default(() => null),
  language: z.string().default(() => 'en'),
  letters: z.partialRecord(z.enum(['reply', 'payout']), Letter).default(() => ({})),
  ...wordedFields,
  ...waitingFields,
  ...revisionField,
});
export type InboxState = typeof InboxState.State;
