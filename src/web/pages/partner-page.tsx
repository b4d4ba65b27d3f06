import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { PartnerDetail } from '../../domain/http/partner-view.ts';
import { request } from '../api/request.ts';
import { moneyList, moneyShort } from '../format/money.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';

/** One partner: what they brought, what is held, what was proposed. */
export function PartnerPage({ id }: { id: string }) {
  const {
    data: partner,
    error,
    refetch,
  } = useQuery({
    queryKey: ['partners', 'one', id],
    queryFn: () => request(`/api/partners/${encodeURIComponent(id)}`, PartnerDetail),
  });
  if (error)
    return <Trouble what="This partner could not be read." error={error} retry={() => void refetch()} />;
  if (!partner) return <Skeleton lines={8} />;
  return (
    <Page
      title={partner.name}
      says={`${partner.type} on ${partner.network}, ${partner.status}, tier ${partner.tier}${partner.keyAccount ? ', key account' : ''}. ${partner.email ?? ''} ${partner.website ?? ''}`}
    >
      <div className="flex flex-col gap-6">
        <Section title="What they brought">
          {partner.figures.length === 0 ? (
            <p className="text-quiet">No conversion yet.</p>
          ) : (
            <DataTable
              rows={partner.figures}
              rowKey={(row) => `${row.network}:${row.currency}`}
              columns={[
                { heading: 'Network', cell: (row) => row.network },
                { heading: 'Orders', isNumber: true, cell: (row) => row.conversions.toLocaleString() },
                { heading: 'Order value', isNumber: true, cell: (row) => moneyShort(row.amount) },
                { heading: 'Commission', isNumber: true, cell: (row) => moneyShort(row.commission) },
                { heading: 'First', cell: (row) => <Moment iso={row.firstAt} /> },
                { heading: 'Last', cell: (row) => <Moment iso={row.lastAt} /> },
              ]}
            />
          )}
        </Section>
        {partner.held.length > 0 && (
          <Section title="Held">
            <p className="font-semibold">{moneyList(partner.held)}</p>
          </Section>
        )}
        {partner.blockedSubIds.length > 0 && (
          <Section title="Blocked sub-IDs">
            <p className="font-mono text-xs">{partner.blockedSubIds.join(', ')}</p>
          </Section>
        )}
        <Section title="Proposals">
          {partner.proposals.length === 0 ? (
            <p className="text-quiet">Nothing was ever proposed about this partner.</p>
          ) : (
            <DataTable
              rows={partner.proposals}
              rowKey={(row) => row.id}
              columns={[
                {
                  heading: 'What',
                  cell: (row) => (
                    <Link
                      href={`/proposals/${row.id}`}
                      className="underline decoration-line underline-offset-4"
                    >
                      {row.title}
                    </Link>
                  ),
                },
                { heading: 'Status', cell: (row) => row.status },
                { heading: 'When', cell: (row) => <Moment iso={row.createdAt} /> },
              ]}
            />
          )}
        </Section>
      </div>
    </Page>
  );
}
