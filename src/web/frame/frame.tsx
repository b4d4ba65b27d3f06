import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { useStatus } from '../api/use-status.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { TimeZone } from '../ui/time-zone.ts';
import { FrameFoot } from './frame-foot.tsx';
import { MoreSheet } from './more-sheet.tsx';
import { Nav } from './nav.tsx';

/** What stands round every page. A page that shows one thing over the whole narrow screen marks it `data-alone`. */
export function Frame({ children }: { children: ReactNode }) {
  const { data: status } = useStatus();
  const [location] = useLocation();
  const [isMoreOpen, setMoreOpen] = useState(false);
  return (
    <TimeZone value={status?.programme?.timeZone ?? 'UTC'}>
      <div className="group/frame grid h-dvh grid-cols-[12.5rem_minmax(0,1fr)] max-md:grid-cols-1 max-md:grid-rows-[minmax(0,1fr)_auto]">
        <div className="flex min-h-0 flex-col overflow-y-auto border-r border-line bg-panel max-md:order-last max-md:border-0 max-md:group-has-[[data-alone]]/frame:hidden">
          <p className="px-5 pt-4 pb-2 font-semibold max-md:hidden">
            <span aria-hidden="true" className="mr-1.5 text-accent">
              ▣
            </span>
            Marginkeeper
          </p>
          <Nav onMore={() => setMoreOpen(true)} />
          <div className="mt-auto p-4 pt-2 max-md:hidden">
            <FrameFoot />
          </div>
        </div>
        <main className="flex min-h-0 min-w-0 flex-col">
          {status?.paused && (
            <p role="status" className="border-b border-waiting px-4 py-2 text-waiting">
              ‖ Paused{status.pausedBy === null ? '' : ` by ${status.pausedBy}`}: nothing is executed or sent.
              Decisions are kept.
            </p>
          )}
          <div className="min-h-0 flex-1">
            <ErrorBoundary key={location}>{children}</ErrorBoundary>
          </div>
        </main>
      </div>
      {isMoreOpen && <MoreSheet onClose={() => setMoreOpen(false)} />}
    </TimeZone>
  );
}
