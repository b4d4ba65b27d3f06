import { dayOf } from '../../../src/domain/answers/order-words.ts';
import { MICROS_PER_UNIT } from '../../../src/domain/money/micros.ts';
import { moneyWords } from '../../../src/domain/money/money-words.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type { CommissionStanding } from './commission-standing.ts';
import type { NamedOrder } from './named-orders.ts';
import type { TrafficLately } from './traffic-lately.ts';

type Unit = 'count' | 'money';

const figure = (
  name: string,
  label: string,
  value: number,
  unit: Unit,
  more: { readonly currency?: string; readonly baseline?: number } = {},
): Evidence => ({
  type: 'figure',
  name,
  label,
  value,
  unit,
  currency: more.currency ?? null,
  baseline: more.baseline ?? null,
  interval: null,
  qValue: null,
  note: null,
});

/** Commission by state, each currency by itself. */
export function standingEvidence(standing: readonly CommissionStanding[]): Evidence[] {
  return standing.flatMap((row) =>
    (
      [
        ['pending', 'Commission pending', row.pending_micros],
        ['approved', 'Commission approved', row.approved_micros],
        ['paid', 'Commission paid', row.paid_micros],
        ['reversed', 'Commission reversed', row.reversed_micros],
        ['held', 'Commission kept back', row.held_micros],
      ] as const
    )
      .filter(([, , micros]) => micros !== 0n)
      .map(([name, label, micros]) =>
        figure(`${name}.${row.currency}`, label, Number(micros) / Number(MICROS_PER_UNIT), 'money', {
          currency: row.currency,
        }),
      ),
  );
}

/** Seven days against what is usual. */
export function trafficEvidence(traffic: TrafficLately): Evidence[] {
  return [
    figure('clicks', 'Clicks in the last seven days', traffic.clicksLately, 'count', {
      baseline: traffic.clicksUsually,
    }),
    figure('sales', 'Sales in the last seven days', traffic.salesLately, 'count', {
      baseline: traffic.salesUsually,
    }),
  ];
}

const STATES: Readonly<Record<NamedOrder['state'], string>> = {
  credited: 'is credited to this partner',
  clicked: 'is not credited to this partner, though its visitor clicked here within thirty days before',
  not_theirs: 'is known, and no click of this partner leads to it',
  unknown: 'is not an order of ours',
};

/** One sentence for each order that the mail names. */
export function orderNotes(orders: readonly NamedOrder[]): Evidence[] {
  if (orders.length === 0) return [];
  const sentences = orders.map((order) => {
    const name = order.orderId ?? order.reference;
    const day = order.orderedAt === null ? '' : ` of ${dayOf(order.orderedAt)}`;
    const money =
      order.commission === null
        ? ''
        : `: ${moneyWords({ micros: order.commission.micros.toString(), currency: order.commission.currency })}, ${order.commission.status}`;
    const back = order.returned === null ? '' : returnWords(order.returned, order.commission?.currency ?? '');
    const click = order.clickedAt === null ? '' : ` (last on ${dayOf(order.clickedAt)})`;
    const other = order.isCreditedElsewhere ? '; another partner is credited' : '';
    return `Order ${name}${day} ${STATES[order.state]}${click}${money}${back}${other}.`;
  });
  return [{ type: 'note', title: 'Orders that the mail names', text: sentences.join(' ').slice(0, 4_000) }];
}

/** `; GBP 12.00 of it reversed and GBP 0.00 to claw back, last by refund R1 on 2026-03-09`. */
function returnWords(
  { reversedMicros, clawbackMicros, refundId, refundedAt }: NonNullable<NamedOrder['returned']>,
  currency: string,
): string {
  const words = (micros: bigint) => moneyWords({ micros: micros.toString(), currency });
  return `; ${words(reversedMicros)} of it reversed and ${words(clawbackMicros)} to claw back, last by refund ${refundId} on ${dayOf(refundedAt)}`;
}
