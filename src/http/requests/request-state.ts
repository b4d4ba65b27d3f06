import assert from 'node:assert';
import type { Response } from 'express';
import type { Principal } from '../../domain/principal.ts';

/** What is known about a request while it is answered. */
export interface RequestState {
  readonly requestId: string;
  /** Milliseconds on the process's own clock. */
  readonly startedMs: number;
  /** The pattern, never the address: an address may hold a sign-in token. Null until a route was found. */
  route: string | null;
  by: Principal | null;
  /** Probes and the page's files come too often to be worth a line each. */
  isRoutine: boolean;
  /** Why it was refused, null when it was not. */
  code: string | null;
}

const states = new WeakMap<Response, RequestState>();

export function setRequestState(response: Response, state: RequestState): void {
  states.set(response, state);
}

export function requestState(response: Response): RequestState {
  const state = states.get(response);
  assert(state, 'every request passes startRequest first');
  return state;
}
