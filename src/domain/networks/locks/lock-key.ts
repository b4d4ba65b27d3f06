import { Refusal } from '../../errors.ts';

/** What one network locks of one currency in one week. */
export interface LockKey {
  readonly network: string;
  /** ISO 4217. */
  readonly currency: string;
  /** ISO week of the lock in UTC, such as `2026-W48`. */
  readonly week: string;
}

const PREFIX = 'lock:';

/** Names it as a work item: `lock:awin:GBP:2026-W48`. */
export const lockKey = ({ network, currency, week }: LockKey): string =>
  `${PREFIX}${encodeURIComponent(network)}:${currency}:${week}`;

export const isLockKey = (item: string): boolean => item.startsWith(PREFIX);

/** @throws {Refusal} `input_invalid` for a text that is no key. */
export function readLockKey(item: string): LockKey {
  const [, network, currency, week] = /^lock:([^:]+):([A-Z]{3}):(\d{4}-W\d{2})$/.exec(item) ?? [];
  if (network === undefined || currency === undefined || week === undefined)
    throw new Refusal('input_invalid', 'A lock is named by its network, its currency and its week.', {
      item,
    });
  return { network: decodeURIComponent(network), currency, week };
}
