import { StateSchema } from '@langchain/langgraph';
import { z } from 'zod';
import { revisionField, waitingFields } from '../thread-fields.ts';
import { WorkEvent } from '../work-event.ts';

/** What a thread about early locks remembers: one network’s week, and its proposals. */
export const EarlyLockState = new StateSchema({
  event: WorkEvent,
  /** Work items of the run; the thread without an item adds the weeks that are due. */
  items: z.array(z.string()).default(() => []),
  ...waitingFields,
  ...revisionField,
});
export type EarlyLockState = typeof EarlyLockState.State;
