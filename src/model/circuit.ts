/** Leaves a language model alone for a while once it has failed too often in a row, so that nothing waits for it in vain. */
export interface Circuit {
  /** Whether it is to be left alone now. */
  isOpen(): boolean;
  succeeded(): void;
  /** @param leaveAloneMs - as long as the server asked for; null when it did not. */
  failed(leaveAloneMs: number | null): void;
}

/**
 * @param failuresMax - in a row, before the pause; after a pause the next failure begins another.
 * @param pauseMs - how long.
 */
export function createCircuit(failuresMax: number, pauseMs: number, nowMs: () => number): Circuit {
  let failures = 0;
  let pausedUntilMs = 0;
  return {
    isOpen: () => nowMs() < pausedUntilMs,
    succeeded() {
      failures = 0;
    },
    failed(leaveAloneMs) {
      failures += 1;
      const pause = Math.max(leaveAloneMs ?? 0, failures >= failuresMax ? pauseMs : 0);
      pausedUntilMs = Math.max(pausedUntilMs, nowMs() + pause);
    },
  };
}
