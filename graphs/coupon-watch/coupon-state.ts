import { StateSchema } from '@langchain/langgraph';
import { z } from 'zod';
import { LEAK_KINDS } from '../../src/domain/leaks/plan-leak.ts';
import { revisionField, waitingFields, wordedFields } from '../thread-fields.ts';
import { WorkEvent } from '../work-event.ts';

const Kind = z.enum(LEAK_KINDS);

/** What a thread of the coupon watch remembers: ids, figures and our own words. A page's words stay where they are stored. */
export const CouponState = new StateSchema({
  event: WorkEvent,
  /** Sightings to judge; found by the thread without an item. */
  items: z.array(z.string()).default(() => []),
  counts: z.record(z.string(), z.number()).default(() => ({})),
  /** The moment the figures are about; a revision is about a later one than the event's. */
  asOf: z.iso
    .datetime()
    .nullable()
    .default(() => null),
  caseId: z
    .uuid()
    .nullable()
    .default(() => null),
  kinds: z.array(Kind).default(() => []),
  words: z.partialRecord(Kind, z.record(z.string(), z.string())).default(() => ({})),
  ...wordedFields,
  ...waitingFields,
  ...revisionField,
});
export type CouponState = typeof CouponState.State;
