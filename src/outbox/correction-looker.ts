import type { Correction } from '../domain/networks/correction.ts';
import type { JobState } from '../domain/networks/network-writer.ts';

/** What a second look showed of one row. `unseen`: the network lets nobody look. */
export interface SeenCorrection {
  readonly state: 'done' | 'not_yet' | 'missing' | 'unseen';
  /** Commission that the network shows, micros; null where it shows none. */
  readonly commissionMicros: bigint | null;
}

/** Reads corrected transactions again, at the system that the outbox names. */
export interface CorrectionLooker {
  /** As the outbox names it. */
  readonly target: string;
  /** One answer a row, in order. Throws a Refusal when the system cannot be asked. */
  look(rows: readonly Correction[], signal: AbortSignal): Promise<SeenCorrection[]>;
  /** Asks about a job; left out where there are none. Throws a Refusal when the system cannot be asked. */
  readonly pollJob?: (job: string, signal: AbortSignal) => Promise<JobState>;
}
