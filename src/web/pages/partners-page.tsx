import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { pageOf } from '../../domain/http/page-of.ts';
import { PartnerView } from '../../domain/http/partner-view.ts';
import { usePages } from '../api/use-pages.ts';
import { words } from '../format/words.ts';
import { Button } from '../ui/button.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Page } from '../ui/page.tsx';
import { PartnerLabel } from '../ui/partner-label.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { Trouble } from '../ui/trouble.tsx';

const PartnerPage = pageOf(PartnerView);

const COLUMNS: readonly Column<PartnerView>[] = [
  {
    heading: 'Partner',
    cell: (partner) => (
      <Link href={`/partners/${encodeURIComponent(partner.id)}`} className="link">
        <PartnerLabel name={partner.name} />
      </Link>
    ),
  },
  { heading: 'Type', cell: (partner) => words(partner.type) },
  { heading: 'Network', cell: (partner) => partner.network },
  { heading: 'Country', cell: (partner) => partner.country },
  {
    heading: 'Tier',
    cell: (partner) => (partner.keyAccount ? `${partner.tier} · key account` : partner.tier),
  },
  {
    heading: 'Status',
    cell: (partner) => <Tag tone={partner.status === 'blocked' ? 'lost' : 'plain'}>{partner.status}</Tag>,
  },
  { heading: 'Waiting', isNumber: true, cell: (partner) => partner.waiting || null },
];

/** Who is in the programme. */
export function PartnersPage() {
  const [words, setWords] = useState('');
  const searched = useDeferredValue(words.trim());
  const partners = usePages(
    ['partners', searched],
    `/api/partners?limit=100${searched === '' ? '' : `&q=${encodeURIComponent(searched)}`}`,
    PartnerPage,
  );
  const rows = partners.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title="Partners" says="Everybody in the programme, over all networks.">
      <input
        type="search"
        aria-label="Find a partner"
        placeholder="Name, id or website"
        value={words}
        maxLength={200}
        onChange={(event) => setWords(event.target.value)}
        className="mb-4 w-full max-w-sm rounded-md border border-line bg-paper px-3 py-1.5"
      />
      {partners.isPending && <Skeleton lines={10} className="" />}
      {partners.isError && (
        <Trouble
          what="The partners could not be read."
          error={partners.error}
          retry={() => void partners.refetch()}
        />
      )}
      {partners.isSuccess && rows.length === 0 && (
        <p className="text-quiet">
          {searched === ''
            ? 'No partner yet: import them with `marginkeeper import partners FILE`.'
            : `Nobody is called “${searched}”.`}
        </p>
      )}
      {rows.length > 0 && <DataTable rows={rows} columns={COLUMNS} rowKey={(partner) => partner.id} />}
      {partners.hasNextPage && (
        <Button className="mt-3" disabled={partners.isFetching} onClick={() => void partners.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Page>
  );
}
