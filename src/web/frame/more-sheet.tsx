import { Link } from 'wouter';
import { Dialog } from '../ui/dialog.tsx';
import { FrameFoot } from './frame-foot.tsx';
import { PAGES } from './pages.ts';

/** What a narrow screen has no room for: the other pages, the kill switch, the colours, who one is. */
export function MoreSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="More" onClose={onClose} isSheet>
      <nav aria-label="More pages" className="mb-4 grid grid-cols-2 gap-1">
        {PAGES.filter(({ atThumb }) => !atThumb).map(({ path, name }) => (
          <Link
            key={path}
            href={path}
            onClick={onClose}
            className="flex min-h-11 items-center rounded-md border border-line px-3"
          >
            {name}
          </Link>
        ))}
      </nav>
      <FrameFoot />
    </Dialog>
  );
}
