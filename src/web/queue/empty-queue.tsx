import { useStatus } from '../api/use-status.ts';
import { clockTime, timeFromNow } from '../format/time.ts';

/** Nothing waits: say so, and when that may change. */
export function EmptyQueue() {
  const { data: status } = useStatus();
  const zone = status?.programme?.timeZone ?? 'UTC';
  return (
    <div className="p-8 text-center text-quiet">
      <p className="text-ink">Nothing waits for you.</p>
      {status?.nextRun && (
        <p className="mt-1">
          The next run is {timeFromNow(status.nextRun.at, new Date())}, at{' '}
          {clockTime(status.nextRun.at, zone)}.
        </p>
      )}
    </div>
  );
}
