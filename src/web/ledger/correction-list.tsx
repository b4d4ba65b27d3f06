import type { ReconciliationView } from '../../domain/http/ledger-view.ts';
import { countText } from '../format/figure.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Tag } from '../ui/tag.tsx';

type Rows = NonNullable<ReconciliationView>['corrections'];

/** What networks were told, and whether a second look showed that it stands. */
export function CorrectionList({ rows }: { readonly rows: Rows }) {
  if (rows.length === 0) {
    return <p className="text-quiet">No correction was sent yet; what is asked for waits in the queue.</p>;
  }
  return (
    <DataTable
      rows={rows}
      rowKey={({ network, isSimulated }) => `${network}:${isSimulated}`}
      columns={[
        {
          heading: 'Network',
          cell: ({ network, isSimulated }) => (
            <span className="inline-flex items-center gap-2">
              <bdi>{network}</bdi>
              {isSimulated && <Tag>simulated</Tag>}
            </span>
          ),
        },
        { heading: 'Told', isNumber: true, cell: ({ delivered }) => countText(delivered) },
        { heading: 'Stand as approved', isNumber: true, cell: ({ done }) => countText(done) },
        { heading: 'In its works', isNumber: true, cell: ({ working }) => countText(working) },
        { heading: 'To be seen', isNumber: true, cell: ({ open }) => countText(open) },
        {
          heading: 'Otherwise',
          isNumber: true,
          cell: ({ differs, refused }) =>
            differs + refused === 0 ? (
              '0'
            ) : (
              <Tag tone="lost">
                {refused === 0
                  ? `${countText(differs)} to look at`
                  : differs === 0
                    ? `${countText(refused)} refused`
                    : `${countText(refused)} refused, ${countText(differs)} to look at`}
              </Tag>
            ),
        },
      ]}
    />
  );
}
