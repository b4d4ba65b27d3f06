import type { RunCost } from '../domain/runs/run.ts';

/** What the embedded engine costs. */
export const NO_COST: RunCost = { inputTokens: 0, outputTokens: 0, micros: '0', currency: 'USD' };
