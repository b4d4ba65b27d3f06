import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from '../http-deps.ts';
import type { HttpMetrics } from '../metrics/http-metrics.ts';
import { requestState, setRequestState } from './request-state.ts';

/** Gives each request an id, and one line in the log when it is over: the route's pattern, never its address or headers. */
export function startRequest(log: Logger, metrics: HttpMetrics): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    setRequestState(response, {
      requestId,
      startedMs: performance.now(),
      route: null,
      by: null,
      isRoutine: false,
      code: null,
    });
    response.setHeader('X-Request-Id', requestId);
    response.once('close', () => {
      const { startedMs, route, by, isRoutine, code } = requestState(response);
      const durationMs = performance.now() - startedMs;
      const status = response.statusCode;
      metrics.observe({ method: request.method, route: route ?? 'none', status, durationMs });
      log[isRoutine ? 'debug' : 'info'](
        {
          requestId,
          method: request.method,
          route,
          status,
          code,
          by: by?.name ?? null,
          durationMs: Math.round(durationMs),
        },
        'request',
      );
    });
    next();
  };
}
