import type { Browser } from 'playwright-core';
import type { Capture } from '../../domain/web/capture.ts';
import type { KnownRobots } from '../../domain/web/known-robots.ts';
import type { WebPolicy } from '../../domain/web/web-policy.ts';
import type { WorkerLog } from '../../domain/worker-log.ts';

/** What a reader is made of. Everything that lasts comes as a function: a connector knows no database. */
export interface WebReaderParts {
  readonly policy: WebPolicy;
  /** Sent with every request; names us and a contact. */
  readonly userAgent: string;
  /** `host:port` as `openedHosts` reads them: open although local; empty outside of tests and trials. */
  readonly allow: ReadonlySet<string>;
  /** `CHROMIUM_PATH`, or null. */
  readonly chromiumPath: string | null;
  /** Starts a browser with these arguments; `launchBrowser` when left out. */
  readonly launch?: (args: readonly string[]) => Promise<Browser>;
  readonly log: WorkerLog;
  readonly now: () => Date;
  /**
   * Books the next turn at a host, for every process that shares the booking.
   *
   * @returns how long to wait for it, in milliseconds; null, with nothing booked, when that is longer than `waitMaxMs`.
   */
  readonly lease: (host: string, turn: { delayMs: number; waitMaxMs: number }) => Promise<number | null>;
  readonly robots: {
    /** Null when this site was never asked. */
    readonly read: (origin: string) => Promise<KnownRobots | null>;
    readonly keep: (origin: string, robots: KnownRobots) => Promise<void>;
  };
  /** Null: nothing is kept. */
  readonly captures: {
    readonly keep: (capture: Capture) => Promise<void>;
    /** The last good capture of a URL by this way, or null. */
    readonly last: (url: string) => Promise<Capture | null>;
  } | null;
  /** Addresses of a name; the system's resolver when left out. */
  readonly resolve?: (hostname: string) => Promise<readonly string[]>;
}
