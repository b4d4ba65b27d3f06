import type { LiabilityView } from '../../domain/http/ledger-view.ts';
import { countText } from '../format/figure.ts';
import { moneyExact } from '../format/money.ts';
import { DataTable } from '../ui/data-table.tsx';
import { AGES } from './account-words.ts';

/** Unpaid commission by days since the order. */
export function AgingTable({ rows }: { readonly rows: LiabilityView['aging'] }) {
  if (rows.length === 0) return <p className="text-quiet">No commission waits to be paid.</p>;
  return (
    <DataTable
      rows={rows}
      rowKey={({ stands, fromDays, money }) => `${stands}:${fromDays}:${money.currency}`}
      columns={[
        {
          heading: 'Since the order',
          cell: ({ fromDays, stands }) => (
            <>
              {AGES[fromDays] ?? `from ${fromDays} days`} <span className="text-xs text-quiet">{stands}</span>
            </>
          ),
        },
        { heading: 'Lines', isNumber: true, cell: ({ lines }) => countText(lines) },
        { heading: 'Owed', isNumber: true, cell: ({ money }) => moneyExact(money) },
      ]}
    />
  );
}
