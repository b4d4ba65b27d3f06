import express, { type Express } from 'express';
import { openMailThread } from '../intake/mail/thread/open-mail-thread.ts';
import type { Door } from './door.ts';
import type { HttpDeps } from './http-deps.ts';
import { createLiveFeed } from './live/live-feed.ts';
import { createHttpMetrics } from './metrics/http-metrics.ts';
import { mountRoute } from './mount-route.ts';
import { openApi } from './open-api.ts';
import { handleError } from './problems/handle-error.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { checkHost } from './requests/check-host.ts';
import { createRateLimit } from './requests/rate-limit.ts';
import { refuseSecretInUrl } from './requests/refuse-secret-in-url.ts';
import { startRequest } from './requests/start-request.ts';
import { routes } from './routes.ts';
import { securityHeaders } from './security-headers.ts';
import { createSessions } from './sessions/sessions.ts';

export interface HttpDoor {
  readonly app: Express;
  /** Ends streams and timers; requests under way are the server's business. */
  close(): void;
}

/** The HTTP door: every route of the table, behind the same checks in the same order. It listens nowhere yet. */
export function createHttp(deps: HttpDeps): HttpDoor {
  const table = routes(deps.config);
  const door: Door = {
    ...deps,
    sessions: createSessions(deps),
    rateLimit: createRateLimit(deps.config.rateLimitPerMinute),
    live: createLiveFeed(deps.pools.app, deps.log),
    mailThread: openMailThread(),
    metricsOf: createHttpMetrics(),
    openApi: openApi(table, deps.version),
  };

  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(startRequest(deps.log, door.metricsOf));
  app.use(...securityHeaders);
  app.use(checkHost(deps.config.allowedHosts));
  app.use(refuseSecretInUrl);
  for (const route of table) mountRoute(app, route, door);
  refuseUnknown(app, table, door);
  app.use(handleError(deps.log));

  return {
    app,
    close: () => {
      door.live.close();
      door.sessions.close();
      void door.mailThread.close();
    },
  };
}
