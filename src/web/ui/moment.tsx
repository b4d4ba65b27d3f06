import { useStatus } from '../api/use-status.ts';
import { timeExact, timeFromNow } from '../format/time.ts';

/** A time as it is spoken; the exact moment, in the programme's time zone, on hover. */
export function Moment({ iso }: { iso: string }) {
  const { data: status } = useStatus();
  return (
    <time dateTime={iso} title={timeExact(iso, status?.programme?.timeZone ?? 'UTC')}>
      {timeFromNow(iso, new Date())}
    </time>
  );
}
