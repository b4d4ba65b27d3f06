import { useStatus } from '../api/use-status.ts';
import { clockTime, timeFromNow } from '../format/time.ts';
import { useTimeZone } from '../ui/time-zone.ts';
import { useNow } from '../ui/use-now.ts';

/** Nothing waits: say so, and when that may change. */
export function EmptyQueue() {
  const { data: status } = useStatus();
  const zone = useTimeZone();
  const now = useNow();
  return (
    <div className="px-6 py-16 text-center text-quiet">
      <p className="text-lg font-semibold text-ink">Nothing waits for you.</p>
      {status?.nextRun && (
        <p className="mt-1">
          The next run is {timeFromNow(status.nextRun.at, now)}, at {clockTime(status.nextRun.at, zone)}.
        </p>
      )}
    </div>
  );
}
