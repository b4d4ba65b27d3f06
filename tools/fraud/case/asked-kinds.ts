import type { FraudKind } from '../../../src/domain/fraud/fraud-kinds.ts';
import type { Verdict } from '../../../src/domain/fraud/fraud-scores.ts';

/** What there is to hold, take back or stop. */
export interface Possible {
  readonly hold: boolean;
  readonly clawback: boolean;
  readonly block: boolean;
}

/**
 * What a verdict asks a person to decide: a letter at one family, also holding what is unpaid at two; at three,
 * holding, taking back what was settled on suspect orders, and blocking.
 */
export function askedKinds(verdict: Verdict, possible: Possible): FraudKind[] {
  switch (verdict) {
    case 'watch':
      return ['partner.warn'];
    case 'hold':
      return [...only(possible.hold, 'commission.hold'), 'partner.warn'];
    case 'decline':
      return [
        ...only(possible.hold, 'commission.hold'),
        ...only(possible.clawback, 'commission.clawback'),
        ...only(possible.block, 'partner.block'),
      ];
    case 'clean':
    case 'insufficient':
    case 'not_identifiable':
      return [];
    default:
      return verdict satisfies never;
  }
}

const only = (isPossible: boolean, kind: FraudKind): FraudKind[] => (isPossible ? [kind] : []);
