import { Link, useLocation } from 'wouter';
import { useStatus } from '../api/use-status.ts';
import { countText } from '../format/figure.ts';
import { isHere, PAGES } from './pages.ts';

/** Left on a wide screen, a bar at the thumb on a narrow one, where `onMore` opens what does not fit. */
export function Nav({ onMore }: { onMore: () => void }) {
  const [location] = useLocation();
  const { data: status } = useStatus();
  const isBehindMore = PAGES.some(({ path, atThumb }) => !atThumb && isHere(path, location));
  return (
    <nav
      aria-label="Pages"
      className="flex flex-col gap-0.5 p-2 max-md:flex-row max-md:border-t max-md:border-line max-md:bg-panel max-md:p-1 max-md:pb-[max(0.25rem,env(safe-area-inset-bottom))]"
    >
      {PAGES.map(({ path, name, atThumb }) => (
        <Link
          key={path}
          href={path}
          aria-current={isHere(path, location) ? 'page' : undefined}
          className={`${ITEM} ${isHere(path, location) ? HERE : ELSEWHERE} ${atThumb ? '' : 'max-md:hidden'}`}
        >
          {name}
          {path === '/' && status !== undefined && (
            <span className="max-md:text-xs" title="waiting">
              {countText(status.waitingTotal)}
            </span>
          )}
        </Link>
      ))}
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={onMore}
        className={`${ITEM} md:hidden ${isBehindMore ? HERE : ELSEWHERE}`}
      >
        More
      </button>
    </nav>
  );
}

const ITEM =
  'flex items-center justify-between gap-2 rounded-md px-3 py-1.5 whitespace-nowrap max-md:min-h-11 max-md:flex-1 max-md:justify-center max-md:gap-1.5 max-md:px-1';
const HERE = 'bg-hover font-semibold';
const ELSEWHERE = 'text-quiet hover:bg-hover hover:text-ink';
