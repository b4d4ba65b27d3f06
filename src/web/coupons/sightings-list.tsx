import { SightingItem } from '../../domain/coupons/coupon-items.ts';
import { pageOf } from '../../domain/http/page-of.ts';
import { visibleText } from '../../domain/text/visible-text.ts';
import { usePages } from '../api/use-pages.ts';
import { percent } from '../format/percent.ts';
import { words } from '../format/words.ts';
import { Button } from '../ui/button.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { Trouble } from '../ui/trouble.tsx';

const Sightings = pageOf(SightingItem);
const OBSERVED_LENGTH_MAX = 60;
const CANDIDATES_SHOWN = 3;

const COLUMNS: readonly Column<SightingItem>[] = [
  {
    heading: 'The page shows',
    cell: ({ observed }) => (
      <span className="font-mono" dir="auto">
        {visibleText(observed, OBSERVED_LENGTH_MAX)}
      </span>
    ),
  },
  { heading: 'On', cell: ({ publisher }) => <bdi>{publisher}</bdi> },
  {
    heading: 'Means',
    cell: ({ code, candidates }) =>
      code === null ? (
        <span className="text-quiet">could be {candidates.slice(0, CANDIDATES_SHOWN).join(', ')}</span>
      ) : (
        <span className="font-mono">{code}</span>
      ),
  },
  {
    heading: 'Match',
    cell: ({ probability, how }) => `${percent(Math.round(probability * 10_000))}, ${words(how)}`,
  },
  {
    heading: 'Now',
    cell: ({ goneAt, retired, masked }) => (
      <span className="inline-flex flex-wrap gap-1">
        <Tag tone={goneAt === null ? 'plain' : 'won'}>{goneAt === null ? 'shown' : 'gone'}</Tag>
        {retired && <Tag>called over</Tag>}
        {masked && <Tag>partly hidden</Tag>}
      </span>
    ),
  },
  { heading: 'Last seen', cell: ({ lastSeenAt }) => <Moment iso={lastSeenAt} /> },
];

/** Codes of ours, or that could be, as the watched pages show them. */
export function SightingsList() {
  const found = usePages(['sightings'], '/api/sightings?limit=100', Sightings);
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {found.isPending && <Skeleton lines={8} className="" />}
      {found.isError && (
        <Trouble
          what="The sightings could not be listed."
          error={found.error}
          retry={() => void found.refetch()}
        />
      )}
      {found.isSuccess && rows.length === 0 && (
        <p className="max-w-[75ch] text-quiet">No watched page has shown a code of yours yet.</p>
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
