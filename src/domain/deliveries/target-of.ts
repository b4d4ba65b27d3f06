import type { Effect } from '../proposals/effect.ts';

/** The demo's network and the only target so far: it keeps receipts and moves nothing in the world. */
export const SANDBOX = 'sandbox';

/** Which system carries an effect out. */
export function targetOf(_effect: Effect): string {
  return SANDBOX;
}
