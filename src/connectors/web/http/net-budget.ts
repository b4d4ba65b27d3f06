/** How long the network may take for one page, waiting for a host's turn not counted. */
export interface NetBudget {
  /** Does work with what is left, and takes off what it took. The signal ends it. */
  spend<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
}

/** @param cancelled - the caller's; ends the work as well. */
export function createNetBudget(milliseconds: number, cancelled: AbortSignal): NetBudget {
  let leftMs = milliseconds;
  return {
    async spend(work) {
      const startedAt = performance.now();
      const over = new AbortController();
      const timer = setTimeout(
        () => over.abort(new DOMException('The time is over.', 'TimeoutError')),
        Math.max(0, leftMs),
      );
      try {
        return await work(AbortSignal.any([cancelled, over.signal]));
      } finally {
        clearTimeout(timer);
        leftMs -= performance.now() - startedAt;
      }
    },
  };
}
