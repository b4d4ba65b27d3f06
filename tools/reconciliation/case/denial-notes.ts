import { moneyWords } from '../../../src/domain/money/money-words.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type {
  CommissionDenial,
  ReturnedCommission,
} from '../../../src/domain/reconciliation/returned-commission.ts';
import type { ReturnGroup } from './return-case.ts';

const NAMED_MAX = 10;

/** What the decision took of a row, of the kind that the group is about; micros. */
export const deniedMicros = (
  kind: ReturnGroup['kind'],
  { denial }: Pick<ReturnedCommission, 'denial'>,
): bigint => (kind === 'commission.correct' ? denial?.inWindowMicros : denial?.lateMicros) ?? 0n;

/** The decisions that deny part of what a group is about, each with its day, its proposal and what it took. */
export function denialNotes({ kind, currency, rows }: ReturnGroup): Evidence[] {
  const denied = rows.flatMap((row) => {
    const micros = deniedMicros(kind, row);
    return row.denial !== null && micros > 0n ? [{ ...row, denial: row.denial, micros }] : [];
  });
  if (denied.length === 0) return [];
  const lines = [...Map.groupBy(denied, ({ denial }) => denial.proposalId).values()].map((members) => {
    const sum = members.reduce((total, { micros }) => total + micros, 0n);
    const [first] = members;
    const orders = members.slice(0, NAMED_MAX).map(({ orderId }) => orderId);
    return `${first ? decisionWords(first.denial) : ''}: ${members.length} ${members.length === 1 ? 'order' : 'orders'}, ${moneyWords({ micros: sum.toString(), currency })} (${orders.join(', ')}${members.length > NAMED_MAX ? ', …' : ''}).`;
  });
  return [{ type: 'note', title: 'Denied by a decision', text: lines.join('\n').slice(0, 4_000) }];
}

const decisionWords = ({ title, proposalId, since }: CommissionDenial): string =>
  `“${title}” (proposal ${proposalId}), in force since ${since.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
