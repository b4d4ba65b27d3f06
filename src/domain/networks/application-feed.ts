import type { SetAside } from './network-transaction.ts';

/** One application to the programme that came by a network. */
export interface NetworkApplication {
  /** The network's id of the application, not of who applies: applying again is another one. */
  readonly applicationId: string;
  readonly receivedAt: Date;
  /** As an applications file would have it. Strangers' words. */
  readonly applicant: Readonly<Record<string, unknown>> & { readonly id: string };
}

/** One answer of a network. */
export interface ApplicationPage {
  readonly applications: readonly NetworkApplication[];
  readonly setAside: readonly SetAside[];
  /** All that changed before this moment has been handed over; null in the middle. */
  readonly completeUntil: Date | null;
  /** Sentences about what could not be had, or is left to the network. */
  readonly gaps: readonly string[];
}

/** Applications that wait at a network. */
export interface ApplicationFeed {
  readonly network: 'impact';
  /**
   * Those that changed in a time and still wait; what was handed over may come again.
   *
   * @throws {Refusal} `system_sign_in_refused`, `system_unreachable`, `system_busy` or `system_answer_unusable`.
   */
  readApplications(
    time: { readonly from: Date; readonly until: Date },
    signal: AbortSignal,
  ): AsyncGenerator<ApplicationPage>;
}
