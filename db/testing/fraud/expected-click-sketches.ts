import type { ClickSketch } from '../../../src/domain/fraud/sketch.ts';
import type { ClickRow, ProgrammeRows } from './programme-rows.ts';

const MINUTE_MS = 60_000;
const HALF_HOUR_MS = 30 * MINUTE_MS;
const BOT = /bot|crawl|spider|headless|phantom|curl|wget|python|scrapy|httpclient/i;

/** Addresses that tests use, with the host that is meant. */
export const HOSTS: Readonly<Record<string, string | null>> = {
  'https://www.Blog.example/about': 'blog.example',
  'http://shop.blog.example:8080/a?b=c': 'shop.blog.example',
  'blog.example': 'blog.example',
  'https://other.example/?u=https://blog.example/': 'other.example',
  'https://anna:secret@www.myblog.example': 'myblog.example',
  'android-app://com.reader.app/http': 'com.reader.app',
  '': null,
};

/** The sketches of `sketch.ts` worked out one row at a time, slowly and plainly, for tests to compare with. */
export function expectedClickSketches(rows: ProgrammeRows): ClickSketch[] {
  const all = [...rows.clicks.values()];
  const days = Map.groupBy(all, (row) => `${row.partnerId} ${row.clickedAt.toISOString().slice(0, 10)}`);
  return [...days.values()].map((clicks) => {
    const [first] = clicks;
    if (!first) throw new Error('a group has a member');
    const { partnerId } = first;
    const count = (test: (row: ClickRow) => boolean) => clicks.filter(test).length;
    const groupOf = (row: ClickRow, key: (other: ClickRow) => unknown) =>
      clicks.filter((other) => JSON.stringify(key(other)) === JSON.stringify(key(row))).length;
    const visitors = clicks.map(({ visitorId }) => visitorId).filter((visitor) => visitor !== null);
    const website = rows.partners.get(partnerId)?.website ?? null;
    const ownHost = website === null ? null : (HOSTS[website] ?? null);
    const isCompared = ({ referrer }: ClickRow) => referrer !== null && ownHost !== null;
    return {
      partnerId,
      day: first.clickedAt.toISOString().slice(0, 10),
      clicks: clicks.length,
      visitorKnown: visitors.length,
      visitorRepeats: visitors.length - new Set(visitors).size,
      engagementKnown: count((row) => engagement(row, rows) !== null),
      engaged: count((row) => engagement(row, rows) === true),
      referrerGiven: count(({ referrer }) => referrer !== null),
      referrerCompared: count(isCompared),
      referrerForeign: count(
        (row) => isCompared(row) && !isSameSite(HOSTS[row.referrer ?? ''] ?? null, ownHost),
      ),
      addressKnown: count(({ ipHash }) => ipHash !== null),
      burstClicks: count(
        (row) =>
          row.ipHash !== null && groupOf(row, (other) => [other.ipHash, other.userAgent, hourOf(other)]) > 20,
      ),
      minuteBurstClicks: count(
        (row) =>
          groupOf(row, (other) => [other.subId ?? '', Math.floor(other.clickedAt.getTime() / MINUTE_MS)]) >
          20,
      ),
      agentKnown: count(({ userAgent }) => userAgent !== null),
      botAgents: count(({ userAgent }) => userAgent !== null && BOT.test(userAgent)),
      hours: Array.from({ length: 24 }, (_, hour) => count((row) => hourOf(row) === hour)),
    };
  });
}

const hourOf = (row: ClickRow): number => row.clickedAt.getUTCHours();

function isSameSite(left: string | null, right: string | null): boolean {
  if (left === null || right === null) return false;
  return left === right || left.endsWith(`.${right}`) || right.endsWith(`.${left}`);
}

function engagement({ visitorId, clickedAt }: ClickRow, rows: ProgrammeRows): boolean | null {
  const events = [...rows.siteEvents.values()];
  const times = events.map(({ occurredAt }) => occurredAt.getTime());
  const at = clickedAt.getTime();
  if (visitorId === null || events.length === 0) return null;
  if (at < Math.min(...times) || at > Math.max(...times) - HALF_HOUR_MS) return null;
  return events.some(
    (event) =>
      event.visitorId === visitorId &&
      event.occurredAt.getTime() >= at &&
      event.occurredAt.getTime() <= at + HALF_HOUR_MS,
  );
}
