import assert from 'node:assert';
import { fraud } from '../../agents/fraud.ts';
import type { FraudKind } from '../../src/domain/fraud/fraud-kinds.ts';
import { proposeBlock } from '../../tools/fraud/propose-block.ts';
import { proposeClawback } from '../../tools/fraud/propose-clawback.ts';
import { proposeHold } from '../../tools/fraud/propose-hold.ts';
import { proposeWarning } from '../../tools/fraud/propose-warning.ts';
import { cardOf, letterOf, proposeKinds } from '../propose-kinds.ts';
import type { FraudState } from './fraud-state.ts';

export const propose = proposeKinds<FraudKind, FraudState>({
  tools: [proposeHold, proposeClawback, proposeBlock, proposeWarning],
  proposalsMax: fraud.limits.proposalsMax,
  propose(kind, state, call) {
    const { event, asOf } = state;
    assert(event.item !== null && asOf !== null, 'the evidence was collected before');
    const draft = { partnerId: event.item, asOf, ...cardOf(kind, state) };
    switch (kind) {
      case 'commission.hold':
        return call(proposeHold, draft);
      case 'commission.clawback':
        return call(proposeClawback, draft);
      case 'partner.block':
        return call(proposeBlock, draft);
      case 'partner.warn':
        return call(proposeWarning, { ...draft, ...letterOf(kind, state) });
      default:
        return kind satisfies never;
    }
  },
});
