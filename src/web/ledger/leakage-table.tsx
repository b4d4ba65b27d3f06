import { Link } from 'wouter';
import type { LeakageItem } from '../../domain/http/leakage-view.ts';
import type { MoneyJson } from '../../domain/money/micros.ts';
import { countText } from '../format/figure.ts';
import { moneyExact } from '../format/money.ts';
import { DataTable } from '../ui/data-table.tsx';

const SHOWN_MAX = 15;

/** What came back after the lock, partner by partner: gone, asked back, or still to be asked back. */
export function LeakageTable({ rows }: { readonly rows: readonly LeakageItem[] }) {
  if (rows.length === 0) return <p className="text-quiet">Nothing came back after its lock.</p>;
  return (
    <>
      <DataTable
        rows={rows.slice(0, SHOWN_MAX)}
        rowKey={({ partner, leaked }) => `${partner}:${leaked.currency}`}
        columns={[
          {
            heading: 'Partner',
            cell: ({ partner, name }) => (
              <>
                <Link href={`/partners/${encodeURIComponent(partner)}`} className="link">
                  <bdi>{name}</bdi>
                </Link>{' '}
                <a
                  href={`/api/partners/${encodeURIComponent(partner)}/statement.html`}
                  target="_blank"
                  rel="noopener"
                  className="link text-xs"
                  aria-label={`Statement of ${name}`}
                >
                  statement
                </a>
              </>
            ),
          },
          { heading: 'Lines', isNumber: true, cell: ({ lines }) => countText(lines) },
          {
            heading: 'Leaked',
            isNumber: true,
            cell: ({ leaked }) => <Sum money={leaked} tone="text-lost" />,
          },
          { heading: 'May be clawed back', isNumber: true, cell: ({ late }) => moneyExact(late) },
          { heading: 'Waits', isNumber: true, cell: ({ waiting }) => <Sum money={waiting} /> },
          { heading: 'Recovered', isNumber: true, cell: ({ recovered }) => <Sum money={recovered} /> },
          { heading: 'Refused', isNumber: true, cell: ({ refused }) => <Sum money={refused} /> },
          {
            heading: 'Lost of what was settled',
            isNumber: true,
            cell: ({ lostShare }) =>
              lostShare === null ? 'none settled' : `${(lostShare * 100).toFixed(1)} %`,
          },
        ]}
      />
      <p className="mt-2 text-xs text-quiet">
        {rows.length > SHOWN_MAX && `The first ${SHOWN_MAX} of ${countText(rows.length)}. `}
        Leaked: the contract forbids to claw it back. Waits: a clawback is in the queue or on its way.{' '}
        <a href="/api/leakage.csv" className="link">
          All as CSV
        </a>
      </p>
    </>
  );
}

/** Nothing is quiet. */
function Sum({ money, tone = '' }: { readonly money: MoneyJson; readonly tone?: string }) {
  return <span className={money.micros === '0' ? 'text-quiet' : tone}>{moneyExact(money)}</span>;
}
