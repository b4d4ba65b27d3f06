import type { MoneyJson } from '../../domain/money/micros.ts';
import type { QueueCard } from '../api/queue-card.ts';
import { kindWords } from '../format/kind.ts';

export interface QueueGroup {
  readonly kind: string;
  readonly name: string;
  /** Most money first: what waits longest is not what matters most. */
  readonly items: readonly QueueCard[];
  /** How many wait, those that are not loaded yet included. */
  readonly count: number;
  /** One sum a currency, over all that wait. */
  readonly atStake: readonly MoneyJson[];
}

/** How many wait of one kind and what is at stake, as the service counts it. */
export interface WaitingOfKind {
  readonly kind: string;
  readonly count: number;
  readonly money: readonly MoneyJson[];
}

/**
 * Like beside like, the group with most money first.
 *
 * @param waiting - the service's totals, which count where more waits than is loaded.
 */
export function queueGroups(
  items: readonly QueueCard[],
  waiting: readonly WaitingOfKind[] = [],
): QueueGroup[] {
  const kinds = Map.groupBy(items, groupKey);
  return [...kinds]
    .map(([kind, unsorted]) => {
      const own = unsorted.toSorted((left, right) => compare(microsOf(right), microsOf(left)));
      // The service counts accepts as one kind; of parts only what is loaded can be counted.
      const total =
        kinds.has(TO_LOOK_AT) && kind === 'application.accept'
          ? undefined
          : waiting.find((entry) => entry.kind === kind);
      const isMoreWaiting = total !== undefined && total.count > own.length;
      return {
        kind,
        name: kind === TO_LOOK_AT ? 'Applications to look at' : kindWords(kind).group,
        items: own,
        count: isMoreWaiting ? total.count : own.length,
        atStake: isMoreWaiting ? total.money : sumByCurrency(own),
      };
    })
    .sort((left, right) => compare(largest(right), largest(left)) || left.name.localeCompare(right.name));
}

const TO_LOOK_AT = 'application.accept:look';

/** Applications with something to look at stand apart: accepting a whole group must not take them along. */
function groupKey({ effect }: QueueCard): string {
  return effect.kind === 'application.accept' && !effect.automatic ? TO_LOOK_AT : effect.kind;
}

const microsOf = ({ money }: QueueCard): bigint => (money === null ? -1n : BigInt(money.micros));
const largest = ({ atStake }: QueueGroup): bigint =>
  atStake.reduce((most, { micros }) => (BigInt(micros) > most ? BigInt(micros) : most), -1n);
const compare = (left: bigint, right: bigint): number => (left < right ? -1 : left > right ? 1 : 0);

function sumByCurrency(items: readonly QueueCard[]): MoneyJson[] {
  const sums = new Map<string, bigint>();
  for (const { money } of items) {
    if (money !== null) sums.set(money.currency, (sums.get(money.currency) ?? 0n) + BigInt(money.micros));
  }
  return [...sums].map(([currency, micros]) => ({ micros: micros.toString(), currency }));
}
