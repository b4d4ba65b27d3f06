/** Leaves a system alone for a while once it has failed too often in a row, or has asked for it. */
export interface Breaker {
  /** How long it is to be left alone still, milliseconds; 0 to go on. */
  restMs(): number;
  succeeded(): void;
  failed(): void;
  /** The system asked to be left alone. */
  leaveAlone(ms: number): void;
}

const FAILURES_MAX = 5;
const REST_MS = 60_000;

/** After five failures in a row it rests for 60 s; then one more failure makes it rest again. */
export function createBreaker(nowMs: () => number): Breaker {
  let failures = 0;
  let restsUntilMs = 0;
  const leaveAlone = (ms: number): void => {
    restsUntilMs = Math.max(restsUntilMs, nowMs() + ms);
  };
  return {
    restMs: () => Math.max(0, restsUntilMs - nowMs()),
    succeeded: () => {
      failures = 0;
    },
    failed: () => {
      failures += 1;
      if (failures >= FAILURES_MAX) leaveAlone(REST_MS);
    },
    leaveAlone,
  };
}
