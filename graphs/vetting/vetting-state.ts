import { StateSchema } from '@langchain/langgraph';
import { z } from 'zod';
import { EFFECT_KINDS } from '../../src/domain/proposals/effect.ts';
import { waitingFields, wordedFields } from '../thread-fields.ts';
import { WorkEvent } from '../work-event.ts';

const Wish = z.enum(['accept', 'decline', 'ask']);

/** A proposal that a person sent back with a comment, or turned down so that the other outcome is asked for. */
const Revision = z.strictObject({
  /** What was sent back; null when it was turned down: then nothing open is revised. */
  answers: z.uuid().nullable(),
  kind: z.enum(EFFECT_KINDS),
  comment: z.string().max(4_000),
  /** The outcome that the person wants; null to keep the one that was proposed. */
  wish: Wish.nullable(),
});

/** What a thread of vetting remembers: ids, figures and our own words. An applicant's words stay where they are stored. */
export const VettingState = new StateSchema({
  event: WorkEvent,
  /** Applications to work on; found by the thread without an item. */
  items: z.array(z.string()).default(() => []),
  counts: z.record(z.string(), z.number()).default(() => ({})),
  /** The moment the figures are about; a revision is about a later one than the event's. */
  asOf: z.iso
    .datetime()
    .nullable()
    .default(() => null),
  wish: Wish.nullable().default(() => null),
  /** A person decided for this outcome, whatever vetting said. */
  isPersons: z.boolean().default(() => false),
  /** Of the letter, ISO 639-1. */
  language: z.string().default(() => 'en'),
  letter: z
    .strictObject({ subject: z.string(), body: z.string() })
    .nullable()
    .default(() => null),
  ...wordedFields,
  ...waitingFields,
  revision: Revision.nullable().default(() => null),
});
export type VettingState = typeof VettingState.State;
