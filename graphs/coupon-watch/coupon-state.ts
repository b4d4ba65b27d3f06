import { StateSchema } from '@langchain/langgraph';
import { z } from 'zod';
import { LEAK_KINDS } from '../../src/domain/leaks/plan-leak.ts';
import { EFFECT_KINDS } from '../../src/domain/proposals/effect.ts';
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
  /** Figures to be worded. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).default(() => ({})),
  kinds: z.array(Kind).default(() => []),
  words: z.partialRecord(Kind, z.record(z.string(), z.string())).default(() => ({})),
  madeBy: z
    .strictObject({ engine: z.string(), prompt: z.string().nullable() })
    .nullable()
    .default(() => null),
  /** The proposals this thread answers for. */
  proposalIds: z.array(z.uuid()).default(() => []),
  /** A proposal that a person sent back with a comment. */
  revision: z
    .strictObject({ proposalId: z.uuid(), kind: z.enum(EFFECT_KINDS), comment: z.string() })
    .nullable()
    .default(() => null),
  /** Proposals sent back whose answer has been tried: each gets one. */
  answered: z.array(z.uuid()).default(() => []),
  /** Why the last answer to this thread could not be used; shown when it asks again. */
  remark: z
    .string()
    .nullable()
    .default(() => null),
});
export type CouponState = typeof CouponState.State;
