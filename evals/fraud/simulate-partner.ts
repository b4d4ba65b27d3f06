import { fastDelaySeconds, slowDelaySeconds, thiefDelaySeconds } from './delay.ts';
import type { Traits } from './partner-traits.ts';
import type { Random } from './random.ts';
import type { ClickRow, PartnerRow, PartnerRows } from './rows.ts';
import type { Scenario } from './scenario.ts';

/** One partner at work: where its rows go and what chance it has. */
interface Work {
  random: Random;
  scenario: Scenario;
  traits: Traits;
  start: number;
  tick: number;
  rows: PartnerRows;
  serial: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 86_400 * SECOND;
const CLICKS_MAX = 30_000;
const DEVICES = ['mobile', 'desktop', 'tablet'] as const;

/** Simulates all rows of one partner, before empty columns are taken out. */
export function simulatePartner(
  random: Random,
  scenario: Scenario,
  partner: PartnerRow,
  traits: Traits,
  start: number,
  tick: number,
): PartnerRows {
  const rows: PartnerRows = { partner, clicks: [], conversions: [], siteEvents: [], orders: [] };
  const work: Work = { random, scenario, traits, start, tick, rows, serial: 0 };
  const deviceMix = [random.between(0.3, 2), random.between(0.3, 2), 0.2];
  for (let order = 0; order < traits.conversions; order += 1) simulateOrder(work, deviceMix);
  if (scenario.clicks === 'all') simulateOtherClicks(work, deviceMix);
  return rows;
}

function simulateOrder(work: Work, deviceMix: number[]): void {
  const { random, scenario, traits, rows } = work;
  const device = DEVICES[random.weighted(deviceMix)] ?? 'desktop';
  const isNew = random.chance(traits.newShare);
  const hijacked = random.chance(traits.hijacked);
  const poached = random.chance(traits.poached);
  const inCart =
    poached || (hijacked && random.chance(scenario.hijackerInCart)) || random.chance(traits.inCart);
  const seconds = orderDelay(work, { device, isNew, hijacked, poached, inCart });
  const convertedAt = drawTime(work) + Math.floor(random.uniform() * SECOND);
  const clickedAt = convertedAt - Math.round(seconds * SECOND);
  const id = `${rows.partner.partnerId}-${work.serial}`;
  const ownBuyer = random.chance(traits.ownBuyers)
    ? `${rows.partner.partnerId}-own${random.whole(1, 3)}`
    : null;
  const click = addClick(work, clickedAt, device, ownBuyer);
  if (inCart) {
    const event = random.chance(0.6) ? 'cart' : 'checkout';
    rows.siteEvents.push({
      visitorId: click.visitorId,
      occurredAt: clickedAt - Math.round(random.between(0.1, 29.5) * MINUTE),
      event,
    });
  }
  if (scenario.siteEvents === 'all') {
    rows.siteEvents.push({ visitorId: click.visitorId, occurredAt: convertedAt, event: 'purchase' });
  }
  const amountMicros = BigInt(Math.round(random.logBetween(10, 300) * 100)) * 10_000n;
  rows.orders.push({
    orderId: `o-${id}`,
    customerId: ownBuyer ?? `c-${id}`,
    visitorId: click.visitorId,
    orderedAt: convertedAt,
    amountMicros,
    currency: 'GBP',
  });
  rows.conversions.push({
    conversionId: `v-${id}`,
    network: rows.partner.network,
    partnerId: rows.partner.partnerId,
    orderId: `o-${id}`,
    clickId: scenario.clicks === 'none' ? '' : click.clickId,
    clickedAt: coarse(clickedAt, work.tick),
    convertedAt: coarse(convertedAt, work.tick),
    amountMicros,
    commissionMicros: amountMicros / 12n,
    currency: 'GBP',
    status: 'pending',
    code: orderCode(work),
    customerType: isNew ? 'new' : 'returning',
    device,
  });
}

function orderDelay(
  { random, scenario, traits }: Work,
  order: { device: string; isNew: boolean; hijacked: boolean; poached: boolean; inCart: boolean },
): number {
  if (order.hijacked) return thiefDelaySeconds(random, scenario.thiefDelay);
  if (order.poached && random.chance(scenario.poacherFast))
    return thiefDelaySeconds(random, scenario.thiefDelay);
  if (traits.cookieDays > 0) return random.between(120, traits.cookieDays * 86_400);
  const factor =
    (scenario.deviceFast[order.device] ?? 1) *
    (order.isNew ? 1 : scenario.returningFast) *
    (order.inCart ? scenario.inCartFast : 1);
  return random.chance(Math.min(0.8, traits.fast * factor))
    ? fastDelaySeconds(random)
    : slowDelaySeconds(random, scenario, traits.ttcTimes);
}

function simulateOtherClicks(work: Work, deviceMix: number[]): void {
  const { random, traits } = work;
  const honest = (traits.conversions + random.uniform()) / traits.conversionRate - traits.conversions;
  const count = Math.min(CLICKS_MAX, Math.round(Math.max(0, honest) * traits.clicksTimes));
  const robots = traits.robot === 'none' ? 0 : 1 - 1 / traits.clicksTimes;
  let robotHour = 0;
  for (let index = 0; index < count; index += 1) {
    const device = DEVICES[random.weighted(deviceMix)] ?? 'desktop';
    if (!random.chance(robots)) {
      addClick(work, drawTime(work), device, null);
      continue;
    }
    if (index % 60 === 0) robotHour = work.start + random.whole(0, work.scenario.days * 24 - 1) * 60 * MINUTE;
    const flat = traits.robot === 'flat-hours' || traits.robot === 'headless';
    const at = flat
      ? work.start + random.between(0, work.scenario.days) * DAY
      : robotHour + random.between(0, 60) * MINUTE;
    const click = addClick(
      work,
      at,
      device,
      traits.robot === 'one-visitor' ? `${work.rows.partner.partnerId}-bot${Math.floor(index / 60)}` : null,
    );
    if (traits.robot === 'one-address') click.ipHash = `bot-${work.rows.partner.partnerId}`;
    if (traits.robot === 'headless') click.userAgent = 'Mozilla/5.0 HeadlessChrome/126.0';
  }
}

function addClick(work: Work, clickedAt: number, device: string, visitor: string | null): ClickRow {
  const { random, scenario, traits, rows } = work;
  work.serial += 1;
  const clickId = `k-${rows.partner.partnerId}-${work.serial}`;
  const click: ClickRow = {
    clickId,
    partnerId: rows.partner.partnerId,
    subId: '',
    visitorId:
      visitor ??
      `u-${rows.partner.partnerId}-${random.chance(0.05) ? random.whole(1, 1 + work.serial) : work.serial}`,
    clickedAt: coarse(clickedAt, work.tick),
    referrer: drawReferrer(work),
    userAgent: random.pick([
      'Mozilla/5.0 (iPhone) Safari',
      'Mozilla/5.0 (Windows NT 10.0) Chrome/126',
      'Mozilla/5.0 (Macintosh) Safari',
    ]),
    ipHash: visitor ? `ip-${visitor}` : `ip-${random.whole(1, 2_000_000)}`,
    device,
  };
  rows.clicks.push(click);
  if (scenario.siteEvents === 'all' && random.chance(traits.engaged)) {
    rows.siteEvents.push({
      visitorId: click.visitorId,
      occurredAt: clickedAt + Math.round(random.between(0.2, 5) * SECOND),
      event: 'view',
    });
  }
  return click;
}

function drawReferrer({ random, traits, rows }: Work): string {
  if (random.chance(traits.referrerMissing)) return '';
  if (random.chance(traits.referrerForeign)) return `https://ads${random.whole(1, 50)}.example.net/x`;
  return `https://${rows.partner.website.replace(/^https:\/\//, '')}/page`;
}

function orderCode({ random, scenario, traits, rows }: Work): string {
  if (!scenario.codes) return '';
  if (random.chance(traits.othersCode)) return `OWN-p${random.whole(1, scenario.partners)}`;
  return random.chance(0.15) ? `OWN-${rows.partner.partnerId}` : random.chance(0.2) ? 'SAVE10' : '';
}

/** A moment with day and night; in bursts when a newsletter goes out. */
function drawTime({ random, scenario, traits, start }: Work): number {
  const day =
    traits.burst && random.chance(0.7)
      ? (random.whole(0, 5) * 0.17 + 0.05) * scenario.days
      : random.between(0, scenario.days - 1);
  for (;;) {
    const hour = random.between(0, 24);
    const likely = 1 + scenario.dayNight * Math.cos(((hour - 19) / 24) * 2 * Math.PI);
    if (random.uniform() * 2 < likely) return start + Math.floor(day) * DAY + Math.floor(hour * 60 * MINUTE);
  }
}

function coarse(at: number, tick: number): number {
  const step = tick * SECOND;
  return Math.floor(at / step) * step;
}
