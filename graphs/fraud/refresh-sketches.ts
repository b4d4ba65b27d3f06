import { defineNode } from '../define-node.ts';
import type { FraudState } from './fraud-state.ts';

/** Brings the sketches up to date with what was imported since, so that scoring reads no raw rows. */
export const refreshSketches = defineNode<FraudState, Record<string, never>>({
  name: 'refresh-sketches',
  tools: [],
  agent: null,
  async run(_state, { deps }) {
    await deps.refreshSketches();
    return {};
  },
});
