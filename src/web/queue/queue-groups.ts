import type { MoneyJson } from '../../domain/money/micros.ts';
import type { ProposalView } from '../../domain/proposals/proposal-view.ts';
import { groupName } from '../format/kind.ts';

export interface QueueGroup {
  readonly kind: string;
  readonly name: string;
  /** Most money first: what waits longest is not what matters most. */
  readonly items: readonly ProposalView[];
  /** One sum a currency. */
  readonly atStake: readonly MoneyJson[];
}

/** Like beside like, the group with most money first. */
export function queueGroups(items: readonly ProposalView[]): QueueGroup[] {
  const kinds = [...new Set(items.map((item) => item.kind))];
  return kinds
    .map((kind) => {
      const own = items
        .filter((item) => item.kind === kind)
        .sort((left, right) => compare(microsOf(right), microsOf(left)));
      return { kind, name: groupName(kind), items: own, atStake: sumByCurrency(own) };
    })
    .sort((left, right) => compare(largest(right), largest(left)) || left.name.localeCompare(right.name));
}

const microsOf = ({ money }: ProposalView): bigint => (money === null ? -1n : BigInt(money.micros));
const largest = ({ atStake }: QueueGroup): bigint =>
  atStake.reduce((most, { micros }) => (BigInt(micros) > most ? BigInt(micros) : most), -1n);
const compare = (left: bigint, right: bigint): number => (left < right ? -1 : left > right ? 1 : 0);

function sumByCurrency(items: readonly ProposalView[]): MoneyJson[] {
  const sums = new Map<string, bigint>();
  for (const { money } of items) {
    if (money !== null) sums.set(money.currency, (sums.get(money.currency) ?? 0n) + BigInt(money.micros));
  }
  return [...sums].map(([currency, micros]) => ({ micros: micros.toString(), currency }));
}
