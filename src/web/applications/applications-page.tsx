import { useState } from 'react';
import { Link } from 'wouter';
import { ApplicationItem } from '../../domain/applications/application-item.ts';
import { pageOf } from '../../domain/http/page-of.ts';
import { visibleText } from '../../domain/text/visible-text.ts';
import { usePages } from '../api/use-pages.ts';
import { countText } from '../format/figure.ts';
import { words } from '../format/words.ts';
import { Button } from '../ui/button.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { Trouble } from '../ui/trouble.tsx';

const ApplicationsList = pageOf(ApplicationItem);
const NAME_LENGTH_MAX = 80;

/** Which applications are listed; the address of the API is all that differs. */
const VIEWS = [
  { name: 'All applications', query: '' },
  { name: 'Accept', query: '&decision=accept' },
  { name: 'Review', query: '&decision=review' },
  { name: 'Decline', query: '&decision=decline' },
] as const;
const TONES = { accept: 'won', review: 'waiting', decline: 'lost' } as const;

const COLUMNS: readonly Column<ApplicationItem>[] = [
  {
    heading: 'Who',
    cell: ({ proposalId, handle, externalId }) => {
      const name = visibleText(handle ?? externalId, NAME_LENGTH_MAX);
      if (proposalId === null) return <span dir="auto">{name}</span>;
      return (
        <Link href={`/proposals/${proposalId}`} className="link" dir="auto">
          {name}
        </Link>
      );
    },
  },
  { heading: 'Where', cell: ({ platform }) => platform ?? '' },
  { heading: 'Followers', cell: ({ followers }) => (followers === null ? '' : countText(followers)) },
  {
    heading: 'Vetting says',
    cell: ({ decision }) => (decision === null ? '' : <Tag tone={TONES[decision]}>{decision}</Tag>),
  },
  { heading: 'Score', cell: ({ score }) => (score === null ? '' : Math.round(score)) },
  { heading: 'Flags', cell: ({ flags }) => flags.map(words).join(', ') },
  { heading: 'Status', cell: ({ status }) => <Tag>{words(status)}</Tag> },
  {
    heading: 'Came',
    cell: ({ receivedAt }) => (
      <span className="whitespace-nowrap">
        <Moment iso={receivedAt} />
      </span>
    ),
  },
];

/** Every application, newest first, with what vetting says of it. Deciding happens on the card of its answer. */
export function ApplicationsPage() {
  const [view, setView] = useState(0);
  const query = VIEWS[view]?.query ?? '';
  const found = usePages(['applications', query], `/api/applications?limit=100${query}`, ApplicationsList);
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title="Applications"
      says="Applications come by file, by mail and by the form at /apply. Each is vetted by rules on its figures, words and pictures. The answer waits in the queue; nothing is sent without a decision."
    >
      <fieldset className="mb-4 flex flex-wrap gap-2">
        <legend className="sr-only">Which applications</legend>
        {VIEWS.map(({ name }, at) => (
          <Button
            key={name}
            look={at === view ? 'quiet' : 'bare'}
            aria-pressed={at === view}
            onClick={() => setView(at)}
          >
            {name}
          </Button>
        ))}
      </fieldset>
      {found.isPending && <Skeleton lines={10} className="" />}
      {found.isError && (
        <Trouble
          what="The applications could not be listed."
          error={found.error}
          retry={() => void found.refetch()}
        />
      )}
      {found.isSuccess && rows.length === 0 && (
        <p className="max-w-[75ch] text-quiet">
          {view === 0
            ? 'No applications yet. Bring a file in with "marginkeeper import applications", or show people the form at /apply.'
            : 'No applications of this sort.'}
        </p>
      )}
      {rows.length > 0 && <DataTable rows={rows} columns={COLUMNS} rowKey={({ id }) => id} />}
      {found.hasNextPage && (
        <Button className="mt-3" disabled={found.isFetching} onClick={() => void found.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Page>
  );
}
