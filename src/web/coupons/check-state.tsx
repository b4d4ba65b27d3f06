import type { CouponSourceItem } from '../../domain/coupons/coupon-items.ts';
import { Moment } from '../ui/moment.tsx';
import { Tag } from '../ui/tag.tsx';
import { useNow } from '../ui/use-now.ts';

/** A check that is this many intervals late is missing. */
const LATE_INTERVALS = 3;
const MINUTE_MS = 60_000;

/** How the last look at a site went: fine, failed and why, late, or still to come. */
export function CheckState({ source }: { source: CouponSourceItem }) {
  const now = useNow();
  const { checkedAt, error, everyMinutes, nextCheckAt } = source;
  if (checkedAt === null) return <span className="text-quiet">not yet</span>;
  const isLate = now.getTime() - Date.parse(nextCheckAt) > LATE_INTERVALS * everyMinutes * MINUTE_MS;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Moment iso={checkedAt} />
      {error !== null && (
        <span className="text-lost" title={error.code}>
          {error.message}
        </span>
      )}
      {isLate && <Tag tone="waiting">late: is a worker running?</Tag>}
    </span>
  );
}
