export interface PollLoop {
  /** Takes the next turn now instead of at the end of the pause. */
  wake(): void;
  /** Ends after the turn that is under way. */
  stop(): Promise<void>;
}

export interface PollSettings {
  /** One look for work; true when there may be more, so that no pause follows. */
  readonly turn: () => Promise<boolean>;
  /** The pause between turns without work, milliseconds. */
  readonly pauseMs: number;
  /** Hears what a turn threw; the loop goes on after a pause. */
  readonly onError: (error: unknown) => void;
}

/** Looks for work in the database again and again, one turn at a time, until it is stopped. */
export function startPollLoop({ turn, pauseMs, onError }: PollSettings): PollLoop {
  let isStopping = false;
  let isWoken = false;
  let endPause = (): void => undefined;

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const running = (async () => {
    while (!isStopping) {
      isWoken = false;
      const hasMore = await turn().catch((error: unknown) => {
        onError(error);
        return false;
      });
      if (!hasMore && !isWoken && !isStopping) await pause();
    }
  })();

  return {
    wake: () => {
      isWoken = true;
      endPause();
    },
    stop: () => {
      isStopping = true;
      endPause();
      return running;
    },
  };
}
