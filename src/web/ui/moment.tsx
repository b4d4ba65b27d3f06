import { timeExact, timeFromNow } from '../format/time.ts';
import { useTimeZone } from './time-zone.ts';
import { useNow } from './use-now.ts';

/** A time as it is spoken; the exact moment, in the programme's time zone, on hover. */
export function Moment({ iso }: { iso: string }) {
  const now = useNow();
  return (
    <time dateTime={iso} title={timeExact(iso, useTimeZone())}>
      {timeFromNow(iso, now)}
    </time>
  );
}
