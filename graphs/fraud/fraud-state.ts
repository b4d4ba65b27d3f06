import { StateSchema } from '@langchain/langgraph';
import { z } from 'zod';
import { FRAUD_KINDS } from '../../src/domain/fraud/fraud-kinds.ts';
import { EFFECT_KINDS } from '../../src/domain/proposals/effect.ts';
import { WorkEvent } from '../work-event.ts';

const Kind = z.enum(FRAUD_KINDS);

/** A proposal that a person sent back with a comment. */
const Revision = z.strictObject({ proposalId: z.uuid(), kind: z.enum(EFFECT_KINDS), comment: z.string() });
export type Revision = z.infer<typeof Revision>;

/** What a thread of the fraud workflow remembers. Ids, figures and words; the evidence stays in the proposals. */
export const FraudState = new StateSchema({
  event: WorkEvent,
  /** Partners to look into; found by the thread without an item. */
  items: z.array(z.string()).default(() => []),
  counts: z.record(z.string(), z.number()).default(() => ({})),
  /** The moment the figures are about; a revision is about a later one than the event's. */
  asOf: z.iso
    .datetime()
    .nullable()
    .default(() => null),
  /** Figures to be worded, for the thread of one partner. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).default(() => ({})),
  /** What the partner's verdict asks for, or the one kind that is revised. */
  kinds: z.array(Kind).default(() => []),
  words: z.partialRecord(Kind, z.record(z.string(), z.string())).default(() => ({})),
  madeBy: z
    .strictObject({ engine: z.string(), prompt: z.string() })
    .nullable()
    .default(() => null),
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
export type FraudState = typeof FraudState.State;
