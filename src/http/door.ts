import type { MailThread } from '../intake/mail/thread/open-mail-thread.ts';
import type { HttpDeps } from './http-deps.ts';
import type { LiveFeed } from './live/live-feed.ts';
import type { HttpMetrics } from './metrics/http-metrics.ts';
import type { RateLimit } from './requests/rate-limit.ts';
import type { Sessions } from './sessions/sessions.ts';

/** What every route is handed: the dependencies, and what the door made of them once. */
export interface Door extends HttpDeps {
  readonly sessions: Sessions;
  readonly rateLimit: RateLimit;
  readonly live: LiveFeed;
  /** Reads mail that comes in by HTTP. */
  readonly mailThread: MailThread;
  readonly metricsOf: HttpMetrics;
  /** The document at `/openapi.json`. */
  readonly openApi: Readonly<Record<string, unknown>>;
}
