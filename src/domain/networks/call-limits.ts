/** How many calls a system takes in any stretch of so many seconds. */
export interface CallWindow {
  readonly calls: number;
  readonly seconds: number;
}

/** What a system publishes about its limits, as data. */
export interface CallLimits {
  /** All of them hold; empty where nothing is published. */
  readonly windows: readonly CallWindow[];
  /** Calls under way at once. */
  readonly concurrency: number;
}

/** A window is kept a little longer than published: calls that left apart may arrive close together. */
const MARGIN_MS = 1_000;

/**
 * How long the next call has to wait so that no stretch of any window holds too many, milliseconds; 0 to go now.
 *
 * @param calls - when earlier calls went, milliseconds, ascending.
 */
export function waitForTurn({ windows }: CallLimits, calls: readonly number[], nowMs: number): number {
  let wait = 0;
  for (const window of windows) {
    const oldest = calls.at(-window.calls);
    if (oldest !== undefined) wait = Math.max(wait, oldest + window.seconds * 1_000 + MARGIN_MS - nowMs);
  }
  return wait;
}

/** The calls that still count, of those that went; the rest may be forgotten. */
export function callsThatCount(
  { windows }: CallLimits,
  calls: readonly number[],
  nowMs: number,
): readonly number[] {
  const longest = Math.max(0, ...windows.map(({ seconds }) => seconds * 1_000 + MARGIN_MS));
  return calls.filter((at) => at > nowMs - longest);
}

/**
 * Asks for a turn on behalf of all processes that use an account: 0 when the call may go now and has been counted,
 * else how long to wait before asking again, milliseconds.
 */
export type TakeTurn = (account: string, limits: CallLimits) => Promise<number>;
