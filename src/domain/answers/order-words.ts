import { moneyWords } from '../money/money-words.ts';

/** What a looked-up order needs for a sentence. */
export interface OrderForWords {
  readonly reference: string;
  readonly state: 'credited' | 'clicked' | 'not_theirs' | 'unknown';
  readonly orderId: string | null;
  readonly orderedAt: Date | null;
  readonly commission: { readonly micros: bigint; readonly currency: string; readonly status: string } | null;
  /** What returns before the lock took of it, and when the last came; null when nothing came back. */
  readonly returned: { readonly reversedMicros: bigint; readonly refundedAt: Date } | null;
}

/** The orders of one state as a list for a letter: number, day and the partner's own commission; null when there are none. */
export function orderWords(orders: readonly OrderForWords[], state: OrderForWords['state']): string | null {
  const named = orders.filter((order) => order.state === state).map(oneOrder);
  return named.length === 0 ? null : named.join(', ');
}

function oneOrder({ orderId, reference, orderedAt, commission, returned, state }: OrderForWords): string {
  const name = orderId ?? reference;
  // A partner is told the day of an order only when it was credited for it.
  if (state !== 'credited' || commission === null) return name;
  const money = moneyWords({ micros: commission.micros.toString(), currency: commission.currency });
  const back =
    returned === null || returned.reversedMicros === 0n
      ? ''
      : `, of which ${moneyWords({ micros: returned.reversedMicros.toString(), currency: commission.currency })} fell away as the goods came back on ${dayOf(returned.refundedAt)}`;
  return orderedAt === null ? `${name} (${money}${back})` : `${name} (${dayOf(orderedAt)}, ${money}${back})`;
}

/** `2026-11-21`, UTC. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
