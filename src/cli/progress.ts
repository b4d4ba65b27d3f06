import { SingleBar } from 'cli-progress';

export interface Progress {
  update(done: number, total: number, what?: string): void;
  end(): void;
}

/** A bar on a terminal once the work has taken a second; silent when stderr is a file or a pipe. */
export function startProgress(title: string): Progress {
  if (!process.stderr.isTTY) return { update: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    format: `${title} {bar} {percentage} % {what}`,
    hideCursor: true,
    stream: process.stderr,
  });
  const visibleFrom = performance.now() + 1_000;
  let shown = false;
  return {
    update(done, total, what = '') {
      if (!shown && performance.now() >= visibleFrom) {
        bar.start(Math.max(total, 1), done, { what });
        shown = true;
      }
      if (shown) {
        bar.setTotal(Math.max(total, 1));
        bar.update(Math.min(done, total), { what });
      }
    },
    end() {
      if (shown) bar.stop();
    },
  };
}
