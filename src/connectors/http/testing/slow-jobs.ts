/** Jobs of a made up vendor: what they do is done when they end, and they end by the made up clock. */
export interface SlowJobs {
  /** Jobs that are given from now on take so long; 0 at first. */
  takeSeconds(seconds: number): void;
  /** Gives a job; `finish` runs when it ends, at once when it takes no time. */
  give(finish: () => void): void;
  /** Ends what is due; before each answer. */
  settle(): void;
}

export function slowJobs(nowMs: () => number): SlowJobs {
  let seconds = 0;
  let going: { readonly endsAtMs: number; readonly finish: () => void }[] = [];
  const settle = (): void => {
    const due = going.filter(({ endsAtMs }) => endsAtMs <= nowMs());
    going = going.filter(({ endsAtMs }) => endsAtMs > nowMs());
    for (const { finish } of due) finish();
  };
  return {
    takeSeconds: (value) => {
      seconds = value;
    },
    give: (finish) => {
      going.push({ endsAtMs: nowMs() + seconds * 1_000, finish });
      settle();
    },
    settle,
  };
}
