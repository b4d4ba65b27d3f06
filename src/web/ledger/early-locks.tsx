import { Link } from 'wouter';
import type { LiabilityView } from '../../domain/http/ledger-view.ts';
import { countText } from '../format/figure.ts';
import { moneyExact } from '../format/money.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { Tag } from '../ui/tag.tsx';

const SHOWN_MAX = 50;

/** Commission that a network is about to make final although it may still come back, the most urgent first. */
export function EarlyLocks({ rows }: { readonly rows: LiabilityView['earlyLocks'] }) {
  if (rows.length === 0) {
    return (
      <p className="max-w-[75ch] text-quiet">
        None within the days of warning. Networks’ own days stand in the policy under
        reconciliation.networkLockDays.
      </p>
    );
  }
  return (
    <DataTable
      rows={rows.slice(0, SHOWN_MAX)}
      rowKey={({ network, partner, daysBefore, money }) =>
        `${network}:${partner}:${daysBefore}:${money.currency}`
      }
      columns={[
        {
          heading: 'Partner',
          cell: ({ partner, network }) => (
            <>
              <Link href={`/partners/${encodeURIComponent(partner)}`} className="link">
                <bdi>{partner}</bdi>
              </Link>{' '}
              <span className="text-quiet">on {network}</span>
            </>
          ),
        },
        {
          heading: 'Locks within',
          cell: ({ daysBefore }) => (
            <Tag tone={daysBefore <= 1 ? 'lost' : 'waiting'}>
              {daysBefore} {daysBefore === 1 ? 'day' : 'days'}
            </Tag>
          ),
        },
        { heading: 'The first', cell: ({ firstLocksAt }) => <Moment iso={firstLocksAt} /> },
        { heading: 'Lines', isNumber: true, cell: ({ lines }) => countText(lines) },
        { heading: 'Commission', isNumber: true, cell: ({ money }) => moneyExact(money) },
      ]}
    />
  );
}
