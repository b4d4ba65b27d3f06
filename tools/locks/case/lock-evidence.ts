import { moneyWords } from '../../../src/domain/money/money-words.ts';
import { lockNote } from '../../../src/domain/networks/locks/lock-notes.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type { LockCase } from './lock-case.ts';

const SAMPLE_MAX = 25;
const PARTNERS_MAX = 20;

/** An earlier warning about the same sales, and what became of it. */
export interface EarlierWarning {
  readonly daysBefore: number;
  readonly status: string;
}

const note = (title: string, text: string): Evidence => ({ type: 'note', title, text });
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** What a warning shows: the sum, the sales, whose they are, what can be done, and what was asked before. */
export function lockEvidence(
  found: LockCase,
  earlier: readonly EarlierWarning[],
  comment: string | null,
): Evidence[] {
  const { network, currency, sales, micros, firstLocksAt, lastLocksAt } = found;
  const { name: networkName, source, remedy } = lockNote(network);
  const windowEnds = new Date(
    Math.max(...sales.slice(0, SAMPLE_MAX).map((sale) => sale.windowEndsAt.getTime())),
  );
  const words = (amount: bigint): string => moneyWords({ micros: amount.toString(), currency });
  const partners = [...Map.groupBy(sales, ({ partnerId }) => partnerId)]
    .map(([partnerId, own]) => ({
      partnerId,
      name: own[0]?.partnerName ?? partnerId,
      count: own.length,
      micros: own.reduce((sum, sale) => sum + sale.micros, 0n),
    }))
    .toSorted((left, right) => Number(right.micros - left.micros));
  return [
    {
      type: 'figure',
      name: 'locks_before_window',
      label: 'Commission that locks before the return window ends',
      value: Number(micros) / 1e6,
      unit: 'money',
      currency,
      baseline: null,
      interval: null,
      qValue: null,
      note: `${count(sales.length, 'sale')} of ${count(partners.length, 'partner')}; ${networkName} locks them from ${dayOf(firstLocksAt)} to ${dayOf(lastLocksAt)}. The largest of them may come back until ${dayOf(windowEnds)}.`,
    },
    {
      type: 'orders',
      count: sales.length,
      money: { micros: micros.toString(), currency },
      sample: sales.slice(0, SAMPLE_MAX).map((sale) => ({
        network,
        conversionId: sale.conversionId,
        orderId: sale.orderId,
        convertedAt: sale.convertedAt.toISOString(),
        ttcSeconds: null,
        inCart: null,
        commission: { micros: sale.micros.toString(), currency },
      })),
    },
    note(
      'Whose sales',
      [
        ...partners
          .slice(0, PARTNERS_MAX)
          .map(
            ({ name, partnerId, count: own, micros: sum }) =>
              `${name} (${partnerId}): ${own}, ${words(sum)}.`,
          ),
        ...(partners.length > PARTNERS_MAX ? [`… and ${partners.length - PARTNERS_MAX} more.`] : []),
      ]
        .join('\n')
        .slice(0, 4_000),
    ),
    note('What can be done', remedy),
    note('When it locks', source),
    ...(earlier.length === 0
      ? []
      : [
          note(
            'Earlier warnings about the same week',
            earlier
              .map(({ daysBefore, status }) => `${count(daysBefore, 'day')} ahead: ${status}.`)
              .join('\n'),
          ),
        ]),
    ...(comment === null ? [] : [note('Answers this comment', comment)]),
  ];
}

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
