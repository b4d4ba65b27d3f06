import { Link, useLocation } from 'wouter';
import { useStatus } from '../api/use-status.ts';

const PAGES: readonly (readonly [string, string])[] = [
  ['/', 'Queue'],
  ['/partners', 'Partners'],
  ['/fraud', 'Fraud'],
  ['/coupons', 'Coupons'],
  ['/commissions', 'Commissions'],
  ['/ledger', 'Ledger'],
  ['/reports', 'Reports'],
  ['/runs', 'Runs'],
  ['/chat', 'Chat'],
];

/** Left on a wide screen, a strip at the thumb on a narrow one. */
export function Nav() {
  const [location] = useLocation();
  const { data: status } = useStatus();
  return (
    <nav
      aria-label="Pages"
      className="flex flex-col gap-0.5 p-2 max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-10 max-md:flex-row max-md:overflow-x-auto max-md:border-t max-md:border-line max-md:bg-paper"
    >
      {PAGES.map(([path, name]) => {
        const isHere = path === '/' ? location === '/' : location.startsWith(path);
        return (
          <Link
            key={path}
            href={path}
            aria-current={isHere ? 'page' : undefined}
            className={`flex items-center justify-between gap-2 rounded-md px-3 py-1.5 whitespace-nowrap ${isHere ? 'bg-hover font-semibold' : 'text-quiet hover:bg-hover hover:text-ink'}`}
          >
            {name}
            {path === '/' && status !== undefined && <span title="waiting">{status.waitingTotal}</span>}
          </Link>
        );
      })}
    </nav>
  );
}
