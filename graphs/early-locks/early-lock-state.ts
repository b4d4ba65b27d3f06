import { StateSchema } from '@langchain/langgraph';
import { z } from 'zod';
import { WorkEvent } from '../work-event.ts';

/** What a thread about early locks remembers: one network’s week, and its proposals. */
export const EarlyLockState = new StateSchema({
  event: WorkEvent,
  /** Work items of the run; the thread without an item adds the weeks that are due. */
  items: z.array(z.string()).default(() => []),
  /** The proposals this thread answers for. */
  proposalIds: z.array(z.uuid()).default(() => []),
  /** A proposal that a person sent back with a comment. */
  revision: z
    .strictObject({ proposalId: z.uuid(), comment: z.string() })
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
export type EarlyLockState = typeof EarlyLockState.State;
