import { Link } from 'wouter';
import type { LiabilityView } from '../../domain/http/ledger-view.ts';
import { countText } from '../format/figure.ts';
import { moneyExact } from '../format/money.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';

/** Commission that a network is about to make final although it may still come back, the most urgent first. */
export function EarlyLocks({ rows }: { readonly rows: LiabilityView['earlyLocks'] }) {
  if (rows.length === 0) {
    return <p className="max-w-[75ch] text-quiet">Nothing locks too early within the next 14 days.</p>;
  }
  return (
    <DataTable
      rows={rows}
      rowKey={({ network, week, money }) => `${network}:${week}:${money.currency}`}
      columns={[
        { heading: 'Network', cell: ({ network }) => <bdi>{network}</bdi> },
        {
          heading: 'The first locks',
          cell: ({ firstLocksAt }) => (
            <>
              <span className="md:hidden">locks from </span>
              <Moment iso={firstLocksAt} />
            </>
          ),
        },
        {
          heading: 'The last',
          cell: ({ lastLocksAt }) => (
            <>
              <span className="md:hidden">to </span>
              <Moment iso={lastLocksAt} />
            </>
          ),
        },
        { heading: 'Lines', isNumber: true, cell: ({ lines }) => countText(lines) },
        { heading: 'Partners', isNumber: true, cell: ({ partners }) => countText(partners) },
        { heading: 'Commission at risk', isNumber: true, cell: ({ money }) => moneyExact(money) },
        {
          heading: 'Warning',
          cell: ({ warning }) =>
            warning === null ? (
              <span className="text-quiet">none yet</span>
            ) : (
              <Link href={`/proposals/${warning.proposalId}`} className="link">
                {warning.status}
              </Link>
            ),
        },
      ]}
    />
  );
}
