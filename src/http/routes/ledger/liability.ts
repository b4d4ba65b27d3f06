import { programmeLiability } from '../../../../db/queries/reconciliation/programme-liability.ts';
import { readAging } from '../../../../db/queries/reconciliation/read-aging.ts';
import { readEarlyLocks } from '../../../../db/queries/reconciliation/read-early-locks.ts';
import { readReserve } from '../../../../db/queries/reconciliation/read-reserve.ts';
import { reconciliationState } from '../../../../db/queries/reconciliation/reconciliation-state.ts';
import { findProgrammeCurrency } from '../../../../db/queries/runs/find-programme-currency.ts';
import { LiabilityView } from '../../../domain/http/ledger-view.ts';
import { defineApiRoute } from '../../define-api-route.ts';

const CURRENCY_FALLBACK = 'GBP';

export const liabilityRoute = defineApiRoute({
  method: 'get',
  path: '/api/liability',
  role: 'viewer',
  tag: 'ledger',
  summary:
    'What the programme owes by account and currency, how old it is, the reserve for returns, and what networks lock early.',
  answer: LiabilityView,
  async handle(_asked, { pools, policy, now }) {
    const db = pools.app;
    const currency = (await findProgrammeCurrency(db)) ?? CURRENCY_FALLBACK;
    const state = await reconciliationState(db);
    const asOf = state?.as_of ?? now();
    const { reconciliation } = policy;
    const money = (micros: bigint, of: string) => ({ micros: micros.toString(), currency: of });
    const byCurrency = <Row extends { readonly currency: string }>(rows: readonly Row[]): Row[] =>
      rows.toSorted(
        (left, right) => Number(right.currency === currency) - Number(left.currency === currency),
      );
    const accounts = await programmeLiability(db, { asOf, into: currency });
    const aging = await readAging(db, { asOf, partnerId: null });
    const reserve = await readReserve(db, { asOf, policy: reconciliation });
    const locks = await readEarlyLocks(db, { asOf, policy: reconciliation });
    return {
      asOf: state?.as_of.toISOString() ?? null,
      currency,
      accounts: byCurrency(accounts).map((row) => ({
        account: row.account,
        balance: money(row.balanceMicros, row.currency),
        converted: row.convertedMicros === null ? null : money(row.convertedMicros, currency),
        rateDay: row.rateDay,
      })),
      aging: byCurrency(aging).map((row) => ({
        stands: row.stands,
        fromDays: row.fromDays,
        lines: row.lines,
        money: money(row.micros, row.currency),
        clawback: money(row.clawbackMicros, row.currency),
      })),
      reserve: byCurrency(reserve).map((row) => ({
        fromDays: row.fromDays,
        lines: row.lines,
        pending: money(row.pendingMicros, row.currency),
        rateBps: row.rateBps,
        isOwnRate: row.isOwnRate,
        reserve: money(row.reserveMicros, row.currency),
      })),
      earlyLocks: locks.map((row) => ({
        network: row.network,
        partner: row.partnerId,
        daysBefore: row.daysBefore,
        firstLocksAt: row.firstLocksAt.toISOString(),
        lines: row.lines,
        money: money(row.micros, row.currency),
      })),
    };
  },
});
