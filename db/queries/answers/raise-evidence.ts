import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type { RaiseAnswer } from './raise-facts.ts';

const BPS = 10_000;

/** The card's figures behind a rate; what could not be computed says so. */
export function raiseEvidence(raise: RaiseAnswer): Evidence[] {
  const share = (name: string, label: string, bps: number | null, note: string | null): Evidence => ({
    type: 'figure',
    name,
    label,
    value: bps === null ? null : bps / BPS,
    unit: 'share',
    currency: null,
    baseline: null,
    interval: null,
    qValue: null,
    note: bps === null ? (note ?? raise.why) : note,
  });
  return [
    share('current_rate', 'Commission rate today', raise.currentBps, null),
    ...(raise.askedBps === null
      ? []
      : [
          share(
            'asked_rate',
            'Rate that the mail asks for',
            raise.askedBps,
            'A claim: it can only lower the offer.',
          ),
        ]),
    share(
      'margin',
      'Contribution margin of its orders before commission',
      raise.marginBps,
      `${raise.orders} orders with known costs; ${raise.ordersWithoutCosts} left out.`,
    ),
    share('kept', 'Share of value that customers kept', raise.keptBps, 'Complete return windows only.'),
    share(
      'incrementality',
      'Orders that would not have come anyway',
      raise.incrementalityBps,
      'Not measured: a prior for this type of partner.',
    ),
    share('break_even', 'Break-even commission rate', raise.breakEvenBps, null),
    { type: 'note', title: 'Partner quality score', text: 'Not known yet: no tiering has run.' },
  ];
}
