import { z } from 'zod';

export const RunStatus = z.enum(['queued', 'running', 'succeeded', 'failed', 'paused']);
export type RunStatus = z.infer<typeof RunStatus>;

/** Why a run began: the product's first start, the clock, a missed moment of the clock, somebody, or something. */
export const RunCause = z.enum(['start', 'schedule', 'catch-up', 'person', 'event', 'chat']);
export type RunCause = z.infer<typeof RunCause>;

/** What language engines used: tokens, and money where the engine has a price. */
export const RunCost = z.strictObject({
  inputTokens: z.int().min(0),
  outputTokens: z.int().min(0),
  micros: z.string().regex(/^\d+$/),
  currency: z.string().length(3),
  /** Of those tokens, the ones whose price nobody has given: what they cost is not in `micros`. Absent: none. */
  unpricedTokens: z.int().min(0).optional(),
});
export type RunCost = z.infer<typeof RunCost>;

/** An expected or unexpected end, as a person may read it. Never a stack. */
export const RunError = z.strictObject({ code: z.string().max(80), message: z.string().max(1_000) });
export type RunError = z.infer<typeof RunError>;

/** One autonomous run of a workflow. `proposals` counts the rows it inserted. */
export const Run = z.strictObject({
  id: z.uuid(),
  workflow: z.string(),
  status: RunStatus,
  cause: RunCause,
  requestedBy: z.string(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  proposals: z.int().min(0),
  /** What was looked at and what came of it, by name: scored, flagged, inserted, unchanged, dropped, failed, … */
  counts: z.record(z.string(), z.number()),
  cost: RunCost,
  error: RunError.nullable(),
});
export type Run = z.infer<typeof Run>;

/** One node, agent, tool or model call inside a run, in the order in which they ended. */
export const RunStep = z.strictObject({
  seq: z.int().min(1),
  kind: z.enum(['node', 'agent', 'tool', 'model']),
  name: z.string(),
  /** The work item it was for; null for the run as a whole. */
  item: z.string().nullable(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  counts: z.record(z.string(), z.number()),
  error: RunError.nullable(),
});
export type RunStep = z.infer<typeof RunStep>;

/** A run with its first 1,000 steps and its failed work items. */
export const RunDetail = z.strictObject({
  ...Run.shape,
  steps: z.array(RunStep),
  failures: z.array(z.strictObject({ item: z.string(), error: RunError })),
});
export type RunDetail = z.infer<typeof RunDetail>;
