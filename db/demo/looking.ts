import { DAY_MS, MINUTE_MS, SECOND_MS, SOURCE_END_MS, SOURCE_START_MS } from './calendar.ts';
import type { CastMember } from './cast.ts';
import { at, type Chance, chanceOf } from './chance.ts';
import { type Click, type ClickManner, productUrl, referrerOf, SHOP_URL, subIdOf } from './click.ts';
import { browsingMs, sleeplessMs } from './shop-hours.ts';
import { lookingEvents, type SiteEvent } from './site-event.ts';
import { MACHINE_AGENTS, newVisitor, pickDevice, type Visitor } from './visitor.ts';

/** Clicks that led to no order, and what those visitors looked at. */
export interface Looking {
  readonly clicks: readonly Click[];
  readonly events: readonly SiteEvent[];
}

const SAME_VISITOR_SHARE = 0.18;
const ENGAGED_SHARE = 0.87;
const STUFFED_ENGAGED_SHARE = 0.03;
/** Of a guilty partner's clicks, what its type's honest ratio leaves is false. */
const BURST_CLICKS = [40, 120] as const;
const BURST_MINUTES = 20;
const ADDRESSES = 8;
const RELOADS = [26, 50] as const;
const VIRAL_WEEK_START_MS = SOURCE_START_MS + 45 * DAY_MS;

/** @param popular - SKUs to look at, the popular ones more than once. */
export function lookingAt(member: CastMember, honestClicks: number, popular: readonly string[]): Looking {
  const chance = chanceOf(`looking ${member.partnerId}`);
  const clicks: Click[] = [];
  const events: SiteEvent[] = [];
  const add = (click: Click, engagedShare: number) => {
    clicks.push(click);
    if (!chance.happens(engagedShare)) return;
    const skus = [chance.pick(popular), chance.pick(popular), chance.pick(popular)];
    events.push(...lookingEvents(click.visitor.visitorId, click.clickedMs, skus, chance));
  };
  const falseClicks = Math.max(0, member.behaviour.clicks - member.behaviour.conversions - honestClicks);
  for (const click of honestLookers(member, honestClicks, popular, chance)) add(click, ENGAGED_SHARE);
  switch (member.planted?.falseClicks) {
    case 'stuffed':
      for (const click of stuffedClicks(member, falseClicks, popular, chance))
        add(click, STUFFED_ENGAGED_SHARE);
      break;
    case 'bots':
      for (const click of botClicks(member, falseClicks, popular, chance)) add(click, 0);
      break;
    case 'looping':
      for (const click of reloadedClicks(member, falseClicks, popular, chance)) add(click, ENGAGED_SHARE);
      break;
  }
  return { clicks, events };
}

function* honestLookers(
  member: CastMember,
  count: number,
  popular: readonly string[],
  chance: Chance,
): Generator<Click> {
  const fromMs = Math.max(SOURCE_START_MS, member.joinedMs + DAY_MS);
  const untilMs = member.status === 'active' ? SOURCE_END_MS : SOURCE_START_MS + 30 * DAY_MS;
  if (fromMs >= untilMs || member.status === 'pending') return;
  let visitor = newVisitor(pickDevice(member.behaviour.mobileShare, chance), chance);
  for (let index = 0; index < count; index += 1) {
    if (!chance.happens(SAME_VISITOR_SHARE)) {
      visitor = newVisitor(pickDevice(member.behaviour.mobileShare, chance), chance);
    }
    const viral = member.oddity?.name === 'viral_post' && chance.happens(0.6);
    const clickedMs = viral
      ? browsingMs(VIRAL_WEEK_START_MS, VIRAL_WEEK_START_MS + 7 * DAY_MS, chance)
      : browsingMs(fromMs, untilMs, chance);
    yield clickAt(member, visitor, clickedMs, 'honest', popular, chance);
  }
}

function* stuffedClicks(
  member: CastMember,
  count: number,
  popular: readonly string[],
  chance: Chance,
): Generator<Click> {
  for (let index = 0; index < count; index += 1) {
    const visitor = newVisitor(pickDevice(member.behaviour.mobileShare, chance), chance);
    const clickedMs = browsingMs(SOURCE_START_MS, SOURCE_END_MS, chance);
    yield clickAt(member, visitor, clickedMs, 'stuffed', popular, chance);
  }
}

/** Bursts of clicks from a few addresses at any hour; no page is ever looked at. */
function* botClicks(
  member: CastMember,
  count: number,
  popular: readonly string[],
  chance: Chance,
): Generator<Click> {
  const addresses = Array.from({ length: ADDRESSES }, () => chance.hex(16));
  const userAgent = chance.pick(MACHINE_AGENTS);
  for (let left = count; left > 0; ) {
    const burst = Math.min(left, Math.round(chance.between(...BURST_CLICKS)));
    const startMs = sleeplessMs(SOURCE_START_MS, SOURCE_END_MS - DAY_MS, chance);
    const ipHash = chance.pick(addresses);
    for (let index = 0; index < burst; index += 1) {
      const visitor: Visitor = { ...newVisitor('desktop', chance), userAgent, ipHash };
      const clickedMs = startMs + chance.whole((BURST_MINUTES * MINUTE_MS) / SECOND_MS) * SECOND_MS;
      yield clickAt(member, visitor, clickedMs, 'bot', popular, chance);
    }
    left -= burst;
  }
}

/** Own pages that reload their banner: one visitor, many clicks, at any hour. */
function* reloadedClicks(
  member: CastMember,
  count: number,
  popular: readonly string[],
  chance: Chance,
): Generator<Click> {
  for (let left = count; left > 0; ) {
    const reloads = Math.min(left, Math.round(chance.between(...RELOADS)));
    const visitor = newVisitor(pickDevice(member.behaviour.mobileShare, chance), chance);
    const startMs = sleeplessMs(SOURCE_START_MS, SOURCE_END_MS - DAY_MS, chance);
    for (let index = 0; index < reloads; index += 1) {
      const clickedMs = startMs + chance.whole((BURST_MINUTES * MINUTE_MS) / SECOND_MS) * SECOND_MS;
      yield clickAt(member, visitor, clickedMs, 'honest', popular, chance);
    }
    left -= reloads;
  }
}

function clickAt(
  member: CastMember,
  visitor: Visitor,
  clickedMs: number,
  manner: ClickManner,
  popular: readonly string[],
  chance: Chance,
): Click {
  return {
    partnerId: member.partnerId,
    subId: subIdOf(member, manner, chance),
    visitor,
    clickedMs: member.oddity?.minuteStamps ? Math.floor(clickedMs / MINUTE_MS) * MINUTE_MS : clickedMs,
    landingUrl: chance.happens(0.75) ? productUrl(at(popular, chance.whole(popular.length))) : `${SHOP_URL}/`,
    referrer: referrerOf(member, manner, chance),
  };
}
