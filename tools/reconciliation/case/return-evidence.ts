import type { LateReturn } from '../../../db/queries/reconciliation/list-late-returns.ts';
import { moneyWords } from '../../../src/domain/money/money-words.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import { planCorrection } from '../../../src/domain/reconciliation/plan-correction.ts';
import { toCorrect } from '../../../src/domain/reconciliation/returned-commission.ts';
import { denialNotes } from './denial-notes.ts';
import { amountOf } from './open-return-case.ts';
import type { ReturnCase, ReturnGroup } from './return-case.ts';

const SAMPLE_MAX = 25;
const NAMED_MAX = 15;
const DAY_MS = 86_400_000;

const note = (title: string, text: string): Evidence => ({ type: 'note', title, text });
const words = (micros: bigint, currency: string): string =>
  moneyWords({ micros: micros.toString(), currency });

/**
 * What a proposal about returns shows: the sum with its band, the orders, what is changed or when it came back, and what
 * stays open.
 *
 * @param returns - of the partner, for a clawback; empty for a correction.
 */
export function returnEvidence(
  found: ReturnCase,
  group: ReturnGroup,
  returns: readonly LateReturn[],
  comment: string | null,
): Evidence[] {
  const isClawback = group.kind === 'commission.clawback';
  const inferred = group.rows.filter(({ isInferred }) => isInferred).length;
  return [
    sumFigure(group, inferred),
    ordersOf(group),
    ...(isClawback ? returnsNote(group, returns) : [rowsNote(group)]),
    ...denialNotes(group),
    ...takenNotes(group),
    ...(inferred === 0
      ? []
      : [
          note(
            'Returns that name no order',
            `${inferred} of ${group.rows.length} ${group.rows.length === 1 ? 'order rests' : 'orders rest'} on returns that name no order. They are taken for the customer’s last purchase of the article (${words(group.micros, group.currency)}); were they for the first, it would be ${words(group.fifoMicros, group.currency)} over these orders.`,
          ),
        ]),
    ...(isClawback ? [] : openNotes(found)),
    ...(found.partner.keyAccount
      ? [note('Tier 1 partner', 'The manager named this partner a key account.')]
      : []),
    ...(comment === null ? [] : [note('Answers this comment', comment)]),
    note(
      'How it is reckoned',
      `${group.rows.some(({ denial }) => denial !== null) ? 'A decision takes from its day on what returns before it left. ' : ''}A return takes of the line’s commission in proportion to the quantity that came back. Before the lock (delivery, else order, and the return window) the network is told the lower commission; after it the amount is asked back.`,
    ),
  ];
}

const deniedWords = ({ rows }: ReturnGroup): string =>
  rows.some(({ denial }) => denial !== null) ? ' or was denied' : '';

function sumFigure(group: ReturnGroup, inferred: number): Evidence {
  const { kind, micros, fifoMicros, currency, rows } = group;
  const units = (amount: bigint): number => Number(amount) / 1e6;
  const [low, high] = micros < fifoMicros ? [micros, fifoMicros] : [fifoMicros, micros];
  return {
    type: 'figure',
    name: kind === 'commission.correct' ? 'returned_before_lock' : 'returned_after_lock',
    label:
      kind === 'commission.correct'
        ? `Commission on what came back${deniedWords(group)} before the lock`
        : `Commission on what came back${deniedWords(group)} after the lock`,
    value: units(micros),
    unit: 'money',
    currency,
    baseline: null,
    interval: low === high ? null : [units(low), units(high)],
    qValue: null,
    note: `${rows.length} ${rows.length === 1 ? 'order' : 'orders'}.${bandWords(inferred, low === high)}`,
  };
}

function bandWords(inferred: number, isSame: boolean): string {
  if (inferred === 0) return ' Every return names its order.';
  if (isSame)
    return ' Returns that name no order give the same whether they belong to the last or the first purchase.';
  return ' The band is from matching returns that name no order to the last and to the first purchase.';
}

function ordersOf({ kind, micros, currency, rows }: ReturnGroup): Evidence {
  return {
    type: 'orders',
    count: rows.length,
    money: { micros: micros.toString(), currency },
    sample: rows.slice(0, SAMPLE_MAX).map((row) => ({
      network: row.network,
      conversionId: row.conversionId,
      orderId: row.orderId,
      convertedAt: row.convertedAt.toISOString(),
      ttcSeconds: null,
      inCart: null,
      commission: { micros: amountOf(kind, row).toString(), currency },
    })),
  };
}

/** That some of it was asked for before, and how much. */
function takenNotes({ kind, currency, rows }: ReturnGroup): Evidence[] {
  const isCorrection = kind === 'commission.correct';
  const taken = rows
    .map(({ correctedMicros, clawedBackMicros }) => (isCorrection ? correctedMicros : clawedBackMicros))
    .filter((micros) => micros > 0n);
  if (taken.length === 0) return [];
  const sum = words(
    taken.reduce((total, micros) => total + micros, 0n),
    currency,
  );
  const orders = taken.length === 1 ? 'One of these orders was' : `${taken.length} of these orders were`;
  return [
    note(
      'Asked for before',
      `${orders} ${isCorrection ? 'corrected' : 'clawed back in part'} before, by ${sum} in all. Only the difference is asked for.`,
    ),
  ];
}

/** Before and after, transaction by transaction. */
function rowsNote({ rows, currency }: ReturnGroup): Evidence {
  const lines = rows
    .slice(0, NAMED_MAX)
    .map((row) => ({ ...row, plan: planCorrection(row) }))
    .map(
      (row) =>
        `${row.conversionId} (order ${row.orderId}, ${row.status}): ${words(BigInt(row.plan.before.commission), currency)} → ${words(BigInt(row.plan.after.commission), currency)}${row.plan.after.status === 'reversed' ? `, declined: ${row.denial === null ? 'all came back' : 'denied by a decision'}` : ''}.`,
    );
  return note('Before and after at the network', [...lines, ...rest(rows.length)].join('\n').slice(0, 4_000));
}

/** Each refund with its day and how long after the lock it came. */
function returnsNote({ rows, currency }: ReturnGroup, returns: readonly LateReturn[]): Evidence[] {
  const ids = new Set(rows.map(({ conversionId }) => conversionId));
  const own = returns.filter(
    ({ kind, conversionId, isDecision }) => kind === 'clawback' && !isDecision && ids.has(conversionId),
  );
  if (own.length === 0) return [];
  const lines = own
    .slice(0, NAMED_MAX)
    .map(({ orderId, refundId, refundedAt, lockAt, isNamed, amountMicros }) => {
      const days = Math.floor((refundedAt.getTime() - lockAt.getTime()) / DAY_MS);
      return `Order ${orderId}: refund ${refundId} on ${refundedAt.toISOString().slice(0, 10)}, ${days} ${days === 1 ? 'day' : 'days'} after the lock, ${words(amountMicros, currency)}${isNamed ? '' : ', matched to the last purchase'}.`;
    });
  return [note('What came back, and when', [...lines, ...rest(own.length)].join('\n').slice(0, 4_000))];
}

const rest = (count: number): string[] =>
  count > NAMED_MAX ? [`… and ${count - NAMED_MAX} more; all stand in the statement of the partner.`] : [];

function openNotes({ paid, earlyLocks, network }: ReturnCase): Evidence[] {
  const sums = [...Map.groupBy(paid, ({ currency }) => currency)].map(([currency, rows]) =>
    words(
      rows.reduce((sum, row) => sum + toCorrect(row), 0n),
      currency,
    ),
  );
  return [
    ...(paid.length === 0
      ? []
      : [
          note(
            'Paid already',
            `${paid.length} more orders (${sums.join(' and ')}) came back, or were denied, before our lock, but ${network} has paid them. A correction no longer reaches them: settle them with the network’s next invoice.`,
          ),
        ]),
    ...earlyLocks.map(({ daysBefore, lines, micros, currency, firstLocksAt }) =>
      note(
        `Locks within ${daysBefore} ${daysBefore === 1 ? 'day' : 'days'}`,
        `${network} locks ${lines} lines (${words(micros, currency)}) before the return window ends, the first on ${firstLocksAt.toISOString().slice(0, 10)}. What has come back of them has to be corrected before.`,
      ),
    ),
  ];
}
