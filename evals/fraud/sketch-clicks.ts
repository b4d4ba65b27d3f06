import type { ClickSketch } from '../../src/domain/fraud/sketch.ts';
import type { Coverage } from './coverage.ts';
import { type VisitorEvents, visitedBetween } from './coverage.ts';
import type { ClickRow, PartnerRow } from './rows.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const GROUP_MAX = 20;
const BOT = /bot|crawl|spider|headless|phantom|curl|wget|python|scrapy|httpclient/i;

/** The click sketches of one partner: what the database's SQL must give, row by row and slowly. */
export function sketchClicks(
  partner: PartnerRow,
  clicks: readonly ClickRow[],
  events: VisitorEvents,
  coverage: Coverage | null,
): ClickSketch[] {
  const byDay = Map.groupBy(clicks, ({ clickedAt }) => new Date(clickedAt).toISOString().slice(0, 10));
  return [...byDay].map(([day, ofDay]) => {
    const visitors = ofDay.filter(({ visitorId }) => visitorId !== '');
    const observed = visitors.filter(
      ({ clickedAt }) => coverage && clickedAt >= coverage.first && clickedAt <= coverage.last - 30 * MINUTE,
    );
    const referred = ofDay.filter(({ referrer }) => referrer !== '');
    const compared = partner.website === '' ? [] : referred;
    const addressed = ofDay.filter(({ ipHash }) => ipHash !== '');
    const agents = ofDay.filter(({ userAgent }) => userAgent !== '');
    const hours = new Array<number>(24).fill(0);
    for (const { clickedAt } of ofDay)
      hours[new Date(clickedAt).getUTCHours()] = (hours[new Date(clickedAt).getUTCHours()] ?? 0) + 1;
    return {
      partnerId: partner.partnerId,
      day,
      clicks: ofDay.length,
      visitorKnown: visitors.length,
      visitorRepeats: visitors.length - new Set(visitors.map(({ visitorId }) => visitorId)).size,
      engagementKnown: observed.length,
      engaged: observed.filter((click) =>
        visitedBetween(events, click.visitorId, click.clickedAt, click.clickedAt + 30 * MINUTE),
      ).length,
      referrerGiven: referred.length,
      referrerCompared: compared.length,
      referrerForeign: compared.filter(({ referrer }) => !sameSite(host(referrer), host(partner.website)))
        .length,
      addressKnown: addressed.length,
      burstClicks: crowded(
        addressed,
        (click) => `${click.ipHash} ${click.userAgent} ${Math.floor(click.clickedAt / HOUR)}`,
      ),
      minuteBurstClicks: crowded(ofDay, (click) => `${click.subId} ${Math.floor(click.clickedAt / MINUTE)}`),
      agentKnown: agents.length,
      botAgents: agents.filter(({ userAgent }) => BOT.test(userAgent)).length,
      hours,
    };
  });
}

/** Clicks in groups of more than {@link GROUP_MAX}. */
function crowded(clicks: readonly ClickRow[], key: (click: ClickRow) => string): number {
  const groups = Map.groupBy(clicks, key).values();
  return [...groups].reduce((sum, group) => sum + (group.length > GROUP_MAX ? group.length : 0), 0);
}

function host(url: string): string {
  return url
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/:?#].*$/, '')
    .replace(/^www\./, '');
}

function sameSite(left: string, right: string): boolean {
  return left === right || left.endsWith(`.${right}`) || right.endsWith(`.${left}`);
}
