import type { MoneyJson } from '../money/micros.ts';
import { TWO_PERSON_ALWAYS } from '../policies.ts';
import type { GatePolicy } from './gate-policy.ts';

/**
 * How many different people have to approve.
 *
 * Two for offboarding, for the kinds the policy names, for money above its limit, and for money in another currency than the
 * programme's: without a dated rate nobody can say on which side of the limit it lies.
 *
 * @param money - what is at stake, `null` when nothing is; its sign does not matter.
 * @param programmeCurrency - `null` while the programme has no name and currency yet: then all money needs two.
 */
export function approvalsNeeded(
  kind: string,
  money: MoneyJson | null,
  policy: Pick<GatePolicy, 'twoPersonKinds' | 'twoPersonAboveMicros'>,
  programmeCurrency: string | null,
): 1 | 2 {
  if (TWO_PERSON_ALWAYS.includes(kind) || policy.twoPersonKinds.includes(kind)) return 2;
  if (money === null) return 1;
  if (money.currency !== programmeCurrency) return 2;
  const micros = BigInt(money.micros);
  const size = micros < 0n ? -micros : micros;
  return size > BigInt(policy.twoPersonAboveMicros) ? 2 : 1;
}
