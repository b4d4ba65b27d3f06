import { Link } from 'wouter';
import type { ReconciliationView } from '../../domain/http/ledger-view.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';

type Rows = NonNullable<ReconciliationView>['correctionTroubles'];

/** What networks refused, or show otherwise than approved, by name; nothing at all when there is none. */
export function CorrectionTroubles({ rows }: { readonly rows: Rows }) {
  if (rows.length === 0) return null;
  return (
    <DataTable
      rows={rows}
      rowKey={({ proposalId, transactionId }) => `${proposalId}:${transactionId}`}
      columns={[
        {
          heading: 'Transaction',
          cell: ({ network, transactionId, orderId, proposalId }) => (
            <>
              <Link href={`/proposals/${proposalId}`} className="link">
                <bdi>{transactionId}</bdi>
              </Link>{' '}
              <span className="text-xs text-quiet">
                {network}
                {orderId && ` · order ${orderId}`}
              </span>
            </>
          ),
        },
        {
          heading: 'What the network says',
          cell: ({ sentence }) => (
            <span className="wrap-anywhere" dir="auto">
              {sentence}
            </span>
          ),
        },
        { heading: 'Seen', cell: ({ checkedAt }) => <Moment iso={checkedAt} /> },
      ]}
    />
  );
}
