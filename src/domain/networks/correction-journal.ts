import type { RowResult } from './network-writer.ts';

/**
 * What is remembered of one correction of an action. `sending` was written before the call: whoever finds it does not
 * know whether the call was made.
 */
export type JournalEntry = { readonly state: 'sending' } | RowResult;

/** What is remembered of an action's corrections, so that a second attempt sends none of them again. Kept in the database. */
export interface CorrectionJournal {
  /** @returns by correction key (`correctionKey`); rows that nothing is known of are absent. */
  read(actionId: string): Promise<ReadonlyMap<string, JournalEntry>>;
  /** Has to be durable when it returns. */
  write(actionId: string, entries: ReadonlyMap<string, JournalEntry>): Promise<void>;
}
