import type { LiabilityView } from '../../domain/http/ledger-view.ts';
import { countText } from '../format/figure.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Tag } from '../ui/tag.tsx';

/** When each network with pending commission makes it final, and who says so. */
export function LockRules({ rows }: { readonly rows: LiabilityView['lockRules'] }) {
  if (rows.length === 0) return null;
  return (
    <details className="mt-3 max-w-5xl">
      <summary className="cursor-pointer py-1 text-quiet hover:text-ink">When each network locks</summary>
      <DataTable
        rows={rows}
        rowKey={({ network }) => network}
        columns={[
          { heading: 'Network', cell: ({ network }) => <bdi>{network}</bdi> },
          { heading: 'Pending lines', isNumber: true, cell: ({ lines }) => countText(lines) },
          {
            heading: 'Locks',
            cell: ({ rule, isContract }) => (
              <span className="inline-flex flex-wrap items-baseline gap-2">
                {rule ?? 'not known'} {isContract && <Tag>your contract</Tag>}
              </span>
            ),
          },
          {
            heading: 'Source',
            cell: ({ source, isContract }) => (
              <span className="text-quiet">
                {isContract ? 'reconciliation.networkLockDays in your policy.' : source}
              </span>
            ),
          },
        ]}
      />
    </details>
  );
}
