import { countForMetrics } from '../../../../db/queries/health/count-for-metrics.ts';
import { countModelUse } from '../../../../db/queries/health/count-model-use.ts';
import { defineRawRoute } from '../../define-raw-route.ts';
import type { HttpConfig } from '../../http-deps.ts';
import type { Route } from '../../route.ts';

/** Figures for Prometheus, for everybody or for viewers. Without the database those of the process itself remain. */
export function metrics(config: HttpConfig): Route {
  return defineRawRoute({
    method: 'get',
    path: '/metrics',
    role: config.metrics,
    tag: 'health',
    summary: 'Figures in the Prometheus text format.',
    counted: false,
    answers: { 200: { says: 'Prometheus text.', contentType: 'text/plain', schema: null } },
    async serve(_request, response, door) {
      const { registry } = door.metricsOf;
      try {
        door.metricsOf.setCounts(await countForMetrics(door.pools.app));
        door.metricsOf.setModelUse(await countModelUse(door.pools.app));
      } catch (error) {
        door.log.warn({ reason: String(error) }, 'metrics without the database');
        door.metricsOf.setCounts([]);
        door.metricsOf.setModelUse([]);
      }
      response
        .setHeader('Content-Type', registry.contentType)
        .setHeader('Cache-Control', 'no-store')
        .end(await registry.metrics());
    },
  });
}
