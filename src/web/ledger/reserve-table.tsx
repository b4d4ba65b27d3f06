import type { LiabilityView } from '../../domain/http/ledger-view.ts';
import { countText } from '../format/figure.ts';
import { moneyExact } from '../format/money.ts';
import { DataTable } from '../ui/data-table.tsx';

const NEXT: Readonly<Record<number, number>> = { 0: 3, 4: 7, 8: 14, 15: 21 };

/** Pending commission by age, and the part of it that is likely to come back. */
export function ReserveTable({ rows }: { readonly rows: LiabilityView['reserve'] }) {
  if (rows.length === 0) return <p className="text-quiet">No commission is pending.</p>;
  return (
    <DataTable
      rows={rows}
      rowKey={({ fromDays, pending }) => `${fromDays}:${pending.currency}`}
      columns={[
        {
          heading: 'Days since the order',
          cell: ({ fromDays }) =>
            NEXT[fromDays] === undefined ? `${fromDays} and more` : `${fromDays} to ${NEXT[fromDays]}`,
        },
        { heading: 'Lines', isNumber: true, cell: ({ lines }) => countText(lines) },
        { heading: 'Pending', isNumber: true, cell: ({ pending }) => moneyExact(pending) },
        {
          heading: 'Still comes back',
          isNumber: true,
          cell: ({ rateBps, isOwnRate }) => (
            <>
              {(rateBps / 100).toFixed(1)} %{' '}
              <span className="text-xs text-quiet">{isOwnRate ? 'own returns' : 'from the policy'}</span>
            </>
          ),
        },
        { heading: 'Reserve', isNumber: true, cell: ({ reserve }) => moneyExact(reserve) },
      ]}
    />
  );
}
