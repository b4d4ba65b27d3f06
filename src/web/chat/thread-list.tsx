import { Link } from 'wouter';
import { visibleText } from '../../domain/text/visible-text.ts';
import { Button } from '../ui/button.tsx';
import { Moment } from '../ui/moment.tsx';
import { useThreads } from './use-threads.ts';

const TITLE_LENGTH_MAX = 80;

/** One's own conversations; the one that is open is marked. */
export function ThreadList({ openId }: { openId: string | null }) {
  const threads = useThreads();
  const rows = threads.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <nav aria-label="Conversations" className="flex flex-col gap-0.5">
      <Link
        href="/chat"
        aria-current={openId === null ? 'page' : undefined}
        className={`${ITEM} ${openId === null ? 'bg-hover font-semibold' : 'hover:bg-hover'}`}
      >
        + New conversation
      </Link>
      {rows.map(({ id, title, updatedAt }) => (
        <Link
          key={id}
          href={`/chat?thread=${id}`}
          aria-current={id === openId ? 'page' : undefined}
          className={`${ITEM} ${id === openId ? 'bg-hover font-semibold' : 'hover:bg-hover'}`}
        >
          <span className="block truncate" dir="auto">
            {visibleText(title, TITLE_LENGTH_MAX)}
          </span>
          <span className="block text-xs font-normal text-quiet">
            <Moment iso={updatedAt} />
          </span>
        </Link>
      ))}
      {threads.hasNextPage && (
        <Button look="bare" disabled={threads.isFetching} onClick={() => void threads.fetchNextPage()}>
          Show more
        </Button>
      )}
      {threads.isError && <p className="px-2 text-xs text-lost">{threads.error.message}</p>}
    </nav>
  );
}

const ITEM = 'rounded-md px-2 py-1.5 touch:min-h-11';
