import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { PartnerDetail } from '../../domain/http/partner-view.ts';
import { request } from '../api/request.ts';
import { countText } from '../format/figure.ts';
import { moneyList, moneyShort } from '../format/money.ts';
import { partnerName } from '../format/partner-name.ts';
import { words } from '../format/words.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { PartnerLabel } from '../ui/partner-label.tsx';
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
  if (error || !partner) {
    return (
      <Page title="Partner">
        {error ? (
          <Trouble what="This partner could not be read." error={error} retry={() => void refetch()} />
        ) : (
          <Skeleton lines={8} className="" />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={partnerName(partner.name)}
      heading={<PartnerLabel name={partner.name} />}
      says={inWords(partner)}
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
                { heading: 'Orders', isNumber: true, cell: (row) => countText(row.conversions) },
                { heading: 'Order value', isNumber: true, cell: (row) => moneyShort(row.amount) },
                { heading: 'Commission', isNumber: true, cell: (row) => moneyShort(row.commission) },
                { heading: 'First', cell: (row) => <Moment iso={row.firstAt} /> },
                { heading: 'Last', cell: (row) => <Moment iso={row.lastAt} /> },
              ]}
            />
          )}
        </Section>
        <Section title="Statement">
          <p className="flex flex-wrap gap-x-4">
            {STATEMENTS.map(({ ending, name }) => (
              <a
                key={ending}
                className="link"
                href={`/api/partners/${encodeURIComponent(id)}/statement.${ending}`}
                {...(ending === 'html' ? { target: '_blank', rel: 'noopener' } : { download: true })}
              >
                {name}
              </a>
            ))}
            <span className="text-quiet">orders of the last 92 days, line by line, with balances</span>
          </p>
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
                    <Link href={`/proposals/${row.id}`} className="link">
                      {row.title}
                    </Link>
                  ),
                },
                { heading: 'Status', cell: (row) => row.status.replaceAll('_', ' ') },
                { heading: 'When', cell: (row) => <Moment iso={row.createdAt} /> },
              ]}
            />
          )}
        </Section>
      </div>
    </Page>
  );
}

const STATEMENTS = [
  { ending: 'html', name: 'Open' },
  { ending: 'pdf', name: 'PDF' },
  { ending: 'csv', name: 'CSV' },
] as const;

/** `coupon on awin, active, tier growth, key account · shop@example.com · https://shop.example`. */
function inWords({ type, network, status, tier, keyAccount, email, website }: PartnerDetail): string {
  const what = `${words(type)} on ${network}, ${status}, tier ${tier}${keyAccount ? ', key account' : ''}`;
  return [what, ...[email, website].flatMap((text) => (text === null ? [] : [partnerName(text)]))].join(
    ' · ',
  );
}
