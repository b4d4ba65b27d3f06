import { StateSchema } from '@langchain/langgraph';
import { z } from 'zod';
import { RETURN_KINDS } from '../../src/domain/reconciliation/return-kinds.ts';
import { revisionField, waitingFields, wordedFields } from '../thread-fields.ts';
import { WorkEvent } from '../work-event.ts';

const Kind = z.enum(RETURN_KINDS);

/** What a thread of the reconciliation remembers: a partner's account on a network, figures and our own words. */
export const ReconciliationState = new StateSchema({
  event: WorkEvent,
  /** Accounts with something to take back; found by the thread without an item. */
  items: z.array(z.string()).default(() => []),
  counts: z.record(z.string(), z.number()).default(() => ({})),
  kinds: z.array(Kind).default(() => []),
  words: z.partialRecord(Kind, z.record(z.string(), z.string())).default(() => ({})),
  ...wordedFields,
  ...waitingFields,
  ...revisionField,
});
export type ReconciliationState = typeof ReconciliationState.State;
