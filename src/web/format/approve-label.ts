import type { ProposalView } from '../../domain/proposals/proposal-view.ts';
import { kindVerb } from './kind.ts';
import { moneyShort } from './money.ts';

/** A button says what happens: `Approve: hold £6,102`. */
export function approveLabel({
  kind,
  money,
  partner,
}: Pick<ProposalView, 'kind' | 'money' | 'partner'>): string {
  const verb = kindVerb(kind);
  if (money !== null && kind.startsWith('commission.')) return `Approve: ${verb} ${moneyShort(money)}`;
  return `Approve: ${verb} ${partner?.name ?? ''}`.trim();
}
