import type { PartnerScore } from '../../../src/domain/fraud/fraud-scores.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type { FraudCase } from './fraud-case.ts';

/** What every proposal about a partner shows: figures beside their baselines, each rule tried, the shape, the windows. */
export function caseEvidence(fraudCase: FraudCase): Evidence[] {
  const { score } = fraudCase;
  return [
    fastFigure(score),
    ...score.signals.map(
      ({ name, family, state, sentence, value, baseline, interval, qValue }): Evidence => ({
        type: 'signal',
        name,
        family,
        state,
        sentence,
        value,
        baseline,
        interval,
        qValue,
      }),
    ),
    ...shape(fraudCase),
  ];
}

function fastFigure(score: PartnerScore): Evidence {
  return {
    type: 'figure',
    name: 'fast_share',
    label: 'Orders less than 60 s after the click',
    value: score.share,
    unit: 'share',
    currency: null,
    baseline: score.baselineShare,
    interval: score.interval,
    qValue: score.qValue,
    note:
      score.timed > 0
        ? `${score.fast} of ${score.timed} orders with a known click; compared with ${score.stratum}.`
        : 'No order has a usable time to conversion.',
  };
}

function shape({ score, stratumPartners, windowsLooked }: FraudCase): Evidence[] {
  const windows: Evidence = { type: 'windows', rows: score.windows.slice(0, Math.min(12, windowsLooked)) };
  if (score.timed === 0) return [windows];
  return [
    {
      type: 'histogram',
      question: 'How soon do orders follow the click?',
      stratum: score.stratum,
      partnerCount: stratumPartners,
      medianSeconds: score.medianSeconds,
      bins: score.histogram,
    },
    windows,
  ];
}
