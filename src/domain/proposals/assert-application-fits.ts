import { Refusal } from '../errors.ts';
import type { Effect } from './effect.ts';

/** What the tables say now of the application behind an effect. */
export interface ApplicationState {
  readonly status: string;
  /** Of the application as it stands. */
  readonly sha256: string;
  /** In lower case; null when it names none. */
  readonly email: string | null;
  /** No mail from us may go there any more. */
  readonly isSuppressed: boolean;
  /** The rate at which a partner of its group brings nothing; null when it cannot be computed. */
  readonly breakEvenBps: number | null;
}

export type ApplicationEffect = Extract<Effect, { applicationId: string }>;

const OVER: readonly string[] = ['accepted', 'declined'];

/**
 * The application behind an effect once more: that it still waits, is the one that was vetted, and where a letter goes.
 *
 * @param state - null when there is no such application.
 * @throws {Refusal} `application_unknown`; `proposal_stale` when it was decided or sent anew meanwhile, the letter would
 *   go elsewhere, or the starting rate is above break-even as it is now.
 */
export function assertApplicationFits(effect: ApplicationEffect, state: ApplicationState | null): void {
  const { applicationId, sha256, to } = effect;
  if (state === null) {
    throw new Refusal('application_unknown', 'There is no such application any more.', { applicationId });
  }
  const stale = (sentence: string): Refusal => new Refusal('proposal_stale', sentence, { applicationId });
  if (OVER.includes(state.status)) throw stale(`The application is ${state.status} already.`);
  if (sha256 !== state.sha256) {
    throw stale('The application was sent again with something changed; it has to be vetted anew.');
  }
  if ((to?.toLowerCase() ?? null) !== state.email)
    throw stale('The application names another address by now.');
  if (to !== null && state.isSuppressed) throw stale('This address wants no more mail from us.');
  if (effect.kind !== 'application.accept' || effect.rateBps === null) return;
  if (state.breakEvenBps === null || effect.rateBps > state.breakEvenBps) {
    throw stale('The starting rate would be above break-even as it is now.');
  }
}
