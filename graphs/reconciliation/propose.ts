import assert from 'node:assert';
import { reconciliation } from '../../agents/reconciliation.ts';
import type { ReturnKind } from '../../src/domain/reconciliation/return-kinds.ts';
import { proposeClawback } from '../../tools/reconciliation/propose-clawback.ts';
import { proposeCorrection } from '../../tools/reconciliation/propose-correction.ts';
import { cardOf, proposeKinds } from '../propose-kinds.ts';
import type { ReconciliationState } from './reconciliation-state.ts';

export const propose = proposeKinds<ReturnKind, ReconciliationState>({
  tools: [proposeCorrection, proposeClawback],
  proposalsMax: reconciliation.limits.proposalsMax,
  propose(kind, state, call) {
    const { event } = state;
    assert(event.item !== null, 'the thread of one account');
    const draft = { caseKey: event.item, ...cardOf(kind, state) };
    switch (kind) {
      case 'commission.correct':
        return call(proposeCorrection, draft);
      case 'commission.clawback':
        return call(proposeClawback, draft);
      default:
        return kind satisfies never;
    }
  },
});
