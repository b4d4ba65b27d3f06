import { useState } from 'react';
import { SetAsideItem } from '../../domain/connections/connection-item.ts';
import { pageOf } from '../../domain/http/page-of.ts';
import { usePages } from '../api/use-pages.ts';
import { countText } from '../format/figure.ts';
import { Button } from '../ui/button.tsx';
import { Moment } from '../ui/moment.tsx';
import { QuoteBlock } from '../ui/quote-block.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';

const Records = pageOf(SetAsideItem);
const RAW_LETTERS = 4_000;

interface Props {
  readonly system: string;
  readonly title: string;
  readonly count: number;
}

/** Records that could not be used, read only when somebody looks. */
export function SetAsideList({ system, title, count }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="mt-2" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="cursor-pointer py-1 hover:bg-panel touch:py-3">
        <span className="font-semibold tabular-nums">{countText(count)}</span>{' '}
        {count === 1 ? 'record' : 'records'} of {title} set aside
      </summary>
      {isOpen && <OpenList system={system} />}
    </details>
  );
}

function OpenList({ system }: { readonly system: string }) {
  const path = `/api/connections/${encodeURIComponent(system)}/set-aside`;
  const found = usePages(['set-aside', system], path, Records);
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <p className="mb-2 text-xs text-quiet">
        The rest went on without them. A record that can be used at a later reading leaves this list.{' '}
        <a href={`${path}.csv`} className="link">
          All as CSV
        </a>
      </p>
      {found.isPending && <Skeleton lines={4} className="" />}
      {found.isError && (
        <Trouble
          what="The records could not be listed."
          error={found.error}
          retry={() => void found.refetch()}
        />
      )}
      <ul className="max-w-5xl border-t border-line">
        {rows.map(({ stream, record, problem, raw, seenAt }) => (
          <li key={`${stream}:${record}`} className="border-b border-line py-2">
            <p className="wrap-anywhere">{problem}</p>
            <p className="text-xs text-quiet wrap-anywhere">
              {stream} · <bdi>{record}</bdi> · <Moment iso={seenAt} />
            </p>
            <details className="mt-1">
              <summary className="cursor-pointer text-xs text-quiet hover:text-ink touch:py-3">
                The record as it came
              </summary>
              <QuoteBlock text={raw} lengthMax={RAW_LETTERS} />
            </details>
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button className="mt-3" disabled={found.isFetching} onClick={() => void found.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}
