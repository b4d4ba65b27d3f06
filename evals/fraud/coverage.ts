import type { SiteEventRow } from './rows.ts';

/** First and last site event of the whole programme, in milliseconds. */
export interface Coverage {
  first: number;
  last: number;
}

/** A visitor's events, in time order. */
export type VisitorEvents = ReadonlyMap<string, readonly SiteEventRow[]>;

export function eventsByVisitor(events: readonly SiteEventRow[]): VisitorEvents {
  return Map.groupBy(
    [...events].sort((left, right) => left.occurredAt - right.occurredAt),
    ({ visitorId }) => visitorId,
  );
}

/** Whether the visitor did anything (or one of `kinds`) in `[from, to]`. */
export function visitedBetween(
  events: VisitorEvents,
  visitorId: string,
  from: number,
  to: number,
  kinds?: readonly SiteEventRow['event'][],
): boolean {
  return (events.get(visitorId) ?? []).some(
    ({ occurredAt, event }) => occurredAt >= from && occurredAt <= to && (!kinds || kinds.includes(event)),
  );
}
