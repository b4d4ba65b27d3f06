import { Link } from 'wouter';
import { LeakItem } from '../../domain/coupons/coupon-items.ts';
import { pageOf } from '../../domain/http/page-of.ts';
import { usePages } from '../api/use-pages.ts';
import { kindWords } from '../format/kind.ts';
import { Button } from '../ui/button.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { PartnerLabel } from '../ui/partner-label.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { VERDICT_WORDS } from './verdict-words.ts';

const Leaks = pageOf(LeakItem);

const COLUMNS: readonly Column<LeakItem>[] = [
  {
    heading: 'Code',
    cell: ({ id, code }) => (
      <Link href={`/coupons/${id}`} className="link font-mono" dir="auto">
        {code}
      </Link>
    ),
  },
  {
    heading: 'Seen on',
    cell: ({ publisher, isSimulated }) => (
      <span className="inline-flex items-center gap-2">
        <bdi>{publisher}</bdi>
        {isSimulated && <Tag>simulated</Tag>}
      </span>
    ),
  },
  {
    heading: 'Owner',
    cell: ({ ownerName }) => (ownerName === null ? 'the house' : <PartnerLabel name={ownerName} />),
  },
  {
    heading: 'Verdict',
    cell: ({ verdict }) => <Tag tone={VERDICT_WORDS[verdict].tone}>{VERDICT_WORDS[verdict].name}</Tag>,
  },
  { heading: 'State', cell: ({ state }) => <Tag tone={state === 'open' ? 'waiting' : 'won'}>{state}</Tag> },
  {
    heading: 'Asked for',
    cell: ({ proposals }) =>
      proposals.length === 0 ? (
        <span className="text-quiet">nothing</span>
      ) : (
        <span className="flex flex-wrap gap-x-3">
          {proposals.map(({ id, kind, status }) => (
            <Link key={id} href={`/proposals/${id}`} className="link">
              {kindWords(kind).group}
              <span className="text-quiet"> {status.replace('_', ' ')}</span>
            </Link>
          ))}
        </span>
      ),
  },
  {
    heading: 'Since',
    cell: ({ openedAt }) => (
      <span className="whitespace-nowrap">
        <Moment iso={openedAt} />
      </span>
    ),
  },
];

/** Codes of ours on pages that may not show them, with the verdict and what was asked for. */
export function LeaksList({ state }: { state: 'open' | 'closed' }) {
  const found = usePages(['leaks', state], `/api/leaks?limit=100&state=${state}`, Leaks);
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {found.isPending && <Skeleton lines={8} className="" />}
      {found.isError && (
        <Trouble
          what="The leaks could not be listed."
          error={found.error}
          retry={() => void found.refetch()}
        />
      )}
      {found.isSuccess && rows.length === 0 && (
        <p className="max-w-[75ch] text-quiet">
          {state === 'open'
            ? 'No code of yours stands where it should not, as far as the watched sites show.'
            : 'No leak has been closed yet. A case closes by itself when the page no longer shows the code.'}
        </p>
      )}
      {rows.length > 0 && <DataTable rows={rows} columns={COLUMNS} rowKey={({ id }) => id} />}
      {found.hasNextPage && (
        <Button className="mt-3" disabled={found.isFetching} onClick={() => void found.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}
