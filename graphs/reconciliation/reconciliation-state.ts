import { StateSchema } from '@langchain/langgraph';
import { z } from 'zod';
import { EFFECT_KINDS } from '../../src/domain/proposals/effect.ts';
import { RETURN_KINDS } from '../../src/domain/reconciliation/return-kinds.ts';
import { WorkEvent } from '../work-event.ts';

const Kind = z.enum(RETURN_KINDS);

/** What a thread of the reconciliation remembers: a partner's account on a network, figures and our own words. */
export const ReconciliationState = new StateSchema({
  event: WorkEvent,
  /** Accounts with something to take back; found by the thread without an item. */
  items: z.array(z.string()).default(() => []),
  counts: z.record(z.string(), z.number()).default(() => ({})),
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
export type ReconciliationState = typeof ReconciliationState.State;
