import { listLockWeeks } from '../../../../db/queries/locks/list-lock-weeks.ts';
import { openWarnings } from '../../../../db/queries/locks/open-warnings.ts';
import { pendingNetworks } from '../../../../db/queries/locks/pending-networks.ts';
import { programmeLiability } from '../../../../db/queries/reconciliation/programme-liability.ts';
import { readAging } from '../../../../db/queries/reconciliation/read-aging.ts';
import { readReserve } from '../../../../db/queries/reconciliation/read-reserve.ts';
import { reconciliationState } from '../../../../db/queries/reconciliation/reconciliation-state.ts';
import { findProgrammeCurrency } from '../../../../db/queries/runs/find-programme-currency.ts';
import { LiabilityView } from '../../../domain/http/ledger-view.ts';
import { lockNote } from '../../../domain/networks/locks/lock-notes.ts';
import { lockRuleWords } from '../../../domain/networks/locks/lock-rule.ts';
import { lockRules } from '../../../domain/networks/locks/network-policy.ts';
import { defineApiRoute } from '../../define-api-route.ts';

const CURRENCY_FALLBACK = 'GBP';
/** Further ahead than the warnings, so that what comes is seen. */
const DAYS_AHEAD = 14;
const WEEKS_MAX = 50;

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
    const { networkLockDays } = reconciliation;
    const rules = lockRules(policy.networks, networkLockDays);
    const locks = await listLockWeeks(db, { asOf, rules, daysAhead: DAYS_AHEAD, limit: WEEKS_MAX });
    const warnings = await openWarnings(db);
    const networks = await pendingNetworks(db);
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
      earlyLocks: locks.map(({ network, week, lines, partners, ...row }) => {
        const told = warnings.find(
          (each) => each.network === network && each.currency === row.currency && each.week === week,
        );
        return {
          ...{ network, week, lines, partners },
          firstLocksAt: row.firstLocksAt.toISOString(),
          lastLocksAt: row.lastLocksAt.toISOString(),
          money: money(row.micros, row.currency),
          warning: told ? { proposalId: told.proposalId, status: told.status } : null,
        };
      }),
      lockRules: networks.map(({ network, lines }) => {
        const rule = rules[network];
        return {
          ...{ network, lines },
          rule: rule ? lockRuleWords(rule) : null,
          isContract: network in networkLockDays,
          source: lockNote(network).source,
        };
      }),
    };
  },
});
