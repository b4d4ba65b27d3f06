import type { LiabilityView } from '../../domain/http/ledger-view.ts';
import { moneyExact } from '../format/money.ts';
import { DataTable } from '../ui/data-table.tsx';
import { OWED } from './account-words.ts';

/** Balances of the partners' side by account and currency; what another currency is worth only by a dated rate. */
export function OwedTable({ accounts }: { readonly accounts: LiabilityView['accounts'] }) {
  const rows = OWED.flatMap(({ account, name, says }) =>
    accounts
      .filter((row) => row.account === account && row.balance.micros !== '0')
      .map((row) => ({ ...row, name, says })),
  );
  if (rows.length === 0) return <p className="text-quiet">Nothing is booked yet.</p>;
  return (
    <DataTable
      rows={rows}
      rowKey={({ account, balance }) => `${account}:${balance.currency}`}
      columns={[
        {
          heading: 'Account',
          cell: ({ name, says }) => (
            <>
              {name} <span className="text-xs text-quiet">{says}</span>
            </>
          ),
        },
        { heading: 'Balance', isNumber: true, cell: ({ balance }) => moneyExact(balance) },
        {
          heading: 'In our currency',
          isNumber: true,
          cell: ({ converted, rateDay }) =>
            converted === null ? (
              <span className="text-quiet" title="npx marginkeeper import fx_rates rates.csv">
                no rate
              </span>
            ) : rateDay === null ? (
              ''
            ) : (
              `${moneyExact(converted)} by ${rateDay}`
            ),
        },
      ]}
    />
  );
}
