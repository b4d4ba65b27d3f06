import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ModelUse } from '../../../db/queries/health/count-model-use.ts';

const DURATION_BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface ObservedRequest {
  readonly method: string;
  /** The pattern, so that ids and secrets name no series. */
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
}

export interface HttpMetrics {
  readonly registry: Registry;
  observe(request: ObservedRequest): void;
  /** Replaces how many rows stand in each state; none when the database could not be asked. */
  setCounts(
    rows: readonly { readonly subject: string; readonly status: string; readonly count: number }[],
  ): void;
  /** Replaces what language models took. */
  setModelUse(uses: readonly ModelUse[]): void;
}

/** Counts and times of requests and the states of the queue, beside what the process itself uses. */
export function createHttpMetrics(): HttpMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the end of its answer; streams last as long as they are open.',
    labelNames: ['route'],
    buckets: DURATION_BUCKETS_SECONDS,
    registers,
  });
  const rows = new Gauge({
    name: 'marginkeeper_rows',
    help: 'Proposals, effects on their way (outbox) and runs, by state.',
    labelNames: ['subject', 'status'],
    registers,
  });
  const modelCalls = new Gauge({
    name: 'marginkeeper_model_calls',
    help: 'Calls of language models by all processes, by what came of them; all but answered ones left the embedded engine to go on.',
    labelNames: ['engine', 'outcome'],
    registers,
  });
  const modelTokens = new Gauge({
    name: 'marginkeeper_model_tokens',
    help: 'Tokens that language models took, or may have taken where they did not say.',
    labelNames: ['engine', 'direction'],
    registers,
  });
  const modelCost = new Gauge({
    name: 'marginkeeper_model_cost',
    help: 'What language models cost by the prices in the policy, in units of the currency; calls without a price are not in it.',
    labelNames: ['engine', 'currency'],
    registers,
  });
  return {
    registry,
    observe({ method, route, status, durationMs }) {
      requests.inc({ method, route, status });
      durations.observe({ route }, durationMs / 1_000);
    },
    setCounts(counts) {
      rows.reset();
      for (const { subject, status, count } of counts) rows.set({ subject, status }, count);
    },
    setModelUse(uses) {
      for (const gauge of [modelCalls, modelTokens, modelCost]) gauge.reset();
      for (const { engine, outcome, calls, input_tokens, output_tokens, micros, currency } of uses) {
        modelCalls.inc({ engine, outcome }, calls);
        modelTokens.inc({ engine, direction: 'input' }, input_tokens);
        modelTokens.inc({ engine, direction: 'output' }, output_tokens);
        modelCost.inc({ engine, currency }, micros / 1_000_000);
      }
    },
  };
}
