import type { ReconcileResult } from '../../src/domain/reconciliation/reconcile-result.ts';
import { AS_OF } from './awkward-programme.ts';
import { naiveAccount, type OracleLine } from './oracle.ts';
import type { Programme } from './programme.ts';

const HEADLINE = 'GBP';

/** By how much the product's answer differs from the naive account's; all zero when every figure agrees. */
export function compareWithOracle(programme: Programme, result: ReconcileResult) {
  const lifo = naiveAccount(programme, AS_OF.getTime(), true);
  const fifo = naiveAccount(programme, AS_OF.getTime(), false);
  const wanted = new Map(lifo.map((line) => [line.key, text(line)]));
  const found = new Map(
    result.lines.map(({ orderId, lineId, partner, earned, reversed }) => [
      `${orderId} ${lineId}`,
      [partner, earned.micros, reversed.micros, earned.currency].join(' '),
    ]),
  );
  const clawbacks = new Set(
    lifo.flatMap(({ key, clawbacks }) =>
      clawbacks.map(({ refundId, amount }) => `${key} ${refundId} ${amount}`),
    ),
  );
  const proposed = new Set(
    result.clawbacks.map(
      ({ orderId, lineId, refundId, amount }) => `${orderId} ${lineId} ${refundId} ${amount.micros}`,
    ),
  );
  const last = totals(lifo);
  const earliest = totals(fifo);
  const { band } = result;
  return {
    headlineMicrosOff:
      off(result.totals.earned.micros, last.earned) +
      off(result.totals.reversed.micros, last.reversed) +
      off(result.totals.clawback.micros, last.clawback),
    linesOff: differing(wanted, found),
    clawbacksOff:
      [...clawbacks].filter((one) => !proposed.has(one)).length +
      [...proposed].filter((one) => !clawbacks.has(one)).length,
    bandMicrosOff:
      off(band.lifo.reversed.micros, last.reversed) +
      off(band.lifo.clawback.micros, last.clawback) +
      off(band.fifo.reversed.micros, earliest.reversed) +
      off(band.fifo.clawback.micros, earliest.clawback),
    awkwardLines: lifo.filter(({ reversed, clawbacks }) => reversed > 0n || clawbacks.length > 0).length,
  };
}

const text = ({ partner, earned, reversed, currency }: OracleLine): string =>
  [partner, earned, reversed, currency].join(' ');

function differing(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): number {
  return [...new Set([...left.keys(), ...right.keys()])].filter((key) => left.get(key) !== right.get(key))
    .length;
}

function totals(lines: readonly OracleLine[]) {
  const sum = { earned: 0n, reversed: 0n, clawback: 0n };
  for (const line of lines.filter(({ currency }) => currency === HEADLINE)) {
    sum.earned += line.earned;
    sum.reversed += line.reversed;
    for (const { amount } of line.clawbacks) sum.clawback += amount;
  }
  return sum;
}

function off(found: string, wanted: bigint): number {
  const difference = BigInt(found) - wanted;
  return Number(difference < 0n ? -difference : difference);
}
