import { StateSchema } from '@langchain/langgraph';
import { z } from 'zod';
import { EFFECT_KINDS } from '../../src/domain/proposals/effect.ts';
import { MailWish } from '../../tools/mail/case/mail-wish.ts';
import { WorkEvent } from '../work-event.ts';

/** A proposal that a person sent back with a comment. */
const Revision = z.strictObject({
  proposalId: z.uuid(),
  kind: z.enum(EFFECT_KINDS),
  comment: z.string().max(4_000),
});

const Letter = z.strictObject({
  subject: z.string(),
  body: z.string(),
  by: z.enum(['template', 'model', 'person']),
});

const MadeBy = z.strictObject({ engine: z.string(), prompt: z.string().nullable() });

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
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).default(() => ({})),
  letters: z.partialRecord(z.enum(['reply', 'payout']), Letter).default(() => ({})),
  /** Who read the mail, or, once there is a letter, who worded it. */
  madeBy: MadeBy.nullable().default(() => null),
  /** The proposals this thread answers for. */
  proposalIds: z.array(z.uuid()).default(() => []),
  revision: Revision.nullable().default(() => null),
  /** Proposals sent back whose answer has been tried: each gets one. */
  answered: z.array(z.uuid()).default(() => []),
  /** Why the last answer to this thread could not be used; shown when it asks again. */
  remark: z
    .string()
    .nullable()
    .default(() => null),
});
export type InboxState = typeof InboxState.State;
