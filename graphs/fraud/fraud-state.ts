import { StateSchema } from '@langchain/langgraph';
import { z } from 'zod';
import { FRAUD_KINDS } from '../../src/domain/fraud/fraud-kinds.ts';
import { revisionField, waitingFields, wordedFields } from '../thread-fields.ts';
import { WorkEvent } from '../work-event.ts';

const Kind = z.enum(FRAUD_KINDS);

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
  /** What the partner's verdict asks for, or the one kind that is revised. */
  kinds: z.array(Kind).default(() => []),
  words: z.partialRecord(Kind, z.record(z.string(), z.string())).default(() => ({})),
  ...wordedFields,
  ...waitingFields,
  ...revisionField,
});
export type FraudState = typeof FraudState.State;
