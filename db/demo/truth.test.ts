import { describe, expect, it } from 'vitest';
import { DAY_MS, demoCalendar, MINUTE_MS, SECOND_MS } from './calendar.ts';
import type { CastMember } from './cast.ts';
import { traitsOf } from './partner-traits.ts';
import type { FraudFamily } from './planted.ts';
import { type Simulation, simulate } from './simulate.ts';
import { readRetailSource } from './source.ts';
import truth from './truth.json' with { type: 'json' };
import { demoTruth } from './truth.ts';

/** What the rows themselves say of one partner, counted without a look at its role. */
interface Figures {
  readonly member: CastMember;
  conversions: number;
  fast: number;
  inCart: number;
  fresh: number;
  othersCode: number;
  clicks: number;
  ownReferrer: number;
  addresses: Set<string>;
}

const CONVERSIONS_MIN = 20;
const simulation = simulate(readRetailSource());
const figures = countFigures(simulation);

/** For each family the measured sign of it, and the bound that parts those planted with it from the others. */
const SIGNS: readonly (readonly [FraudFamily, (partner: Figures) => number, honestBelow: number])[] = [
  ['timing', (partner) => partner.fast / partner.conversions, 0.135],
  ['in_cart', (partner) => partner.inCart / partner.conversions, 0.4],
  ['volume', (partner) => partner.clicks / partner.conversions / clicksOfType(partner), 4],
  ['referrer', (partner) => 1 - partner.ownReferrer / partner.clicks, 0.6],
  ['identity', (partner) => 1 - partner.addresses.size / partner.conversions, 0.6],
  ['code_abuse', (partner) => partner.othersCode / partner.conversions, 0.4],
];

const planted = Object.values(demoTruth().planted);
const enough = planted.filter(({ thin }) => !thin);
const WEEKDAYS = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 4, 11 + day)));

describe('truth.json', () => {
  it('is what the generator plants', () => {
    expect(truth).toEqual(demoTruth());
  });

  it('plants 26 partners with three families, 14 with two, 10 with one and three too thin to tell', () => {
    const withFamilies = (count: number) => enough.filter(({ families }) => families.length === count).length;
    expect([3, 2, 1].map(withFamilies)).toEqual([26, 14, 10]);
    expect(planted.length - enough.length).toBe(3);
  });

  it('leaves at least 85 % of the partners honest', () => {
    const { cast } = simulation;
    expect(planted.length / cast.length).toBeLessThanOrEqual(0.15);
    expect(cast).toHaveLength(400);
  });

  it('gives each planted partner at least twenty orders in the last ninety days of any load date', () => {
    const { placed } = simulation;
    for (const loadDate of WEEKDAYS) {
      const untilMs = demoCalendar(loadDate).sourceCutMs;
      const counts = new Map<string, number>();
      for (const { journey } of placed) {
        if (!journey.credit || journey.orderedMs >= untilMs || journey.orderedMs < untilMs - 90 * DAY_MS)
          continue;
        const { partnerId } = journey.credit.member;
        counts.set(partnerId, (counts.get(partnerId) ?? 0) + 1);
      }
      for (const [partnerId, { thin }] of Object.entries(demoTruth().planted)) {
        const count = counts.get(partnerId) ?? 0;
        expect(thin ? count < 20 : count >= 20, `${partnerId}: ${count}`).toBe(true);
      }
    }
  });
});

describe('the planted partners', () => {
  it.each(SIGNS)('show %s exactly where it was planted', (family, sign, bound) => {
    const measured = figures.filter(({ conversions }) => conversions >= CONVERSIONS_MIN);
    const wrong = measured.filter((partner) => {
      const plantedWith = partner.member.planted?.families.includes(family) ?? false;
      return plantedWith !== sign(partner) > bound;
    });
    expect(wrong.map((partner) => `${partner.member.partnerId} ${sign(partner).toFixed(3)}`)).toEqual([]);
  });

  it('bring next to no new customers where that was planted, and honest partners bring a quarter', () => {
    const planted = figures.filter(({ member }) => member.planted?.families.includes('new_to_file'));
    const honest = figures.filter(({ member }) => member.planted === null);
    for (const { fresh } of planted) expect(fresh).toBeLessThanOrEqual(2);
    expect(sumOf(honest, 'fresh') / sumOf(honest, 'conversions')).toBeGreaterThan(0.2);
  });

  it('leave honest buyers as slow as those of a real shop: some 1.6 % within a minute', () => {
    const honest = figures.filter(({ member }) => member.planted === null);
    const share = sumOf(honest, 'fast') / sumOf(honest, 'conversions');
    expect(share).toBeGreaterThan(0.012);
    expect(share).toBeLessThan(0.02);
  });
});

function clicksOfType({ member }: Figures): number {
  return traitsOf(member.type).clicksPerConversion;
}

function sumOf(list: readonly Figures[], field: 'fresh' | 'conversions' | 'fast'): number {
  return list.reduce((sum, partner) => sum + partner[field], 0);
}

function countFigures({ cast, placed, clicks, events, codes }: Simulation): Figures[] {
  const byId = new Map(cast.map((member) => [member.partnerId, emptyFigures(member)]));
  const baskets = Map.groupBy(
    events.filter(({ event }) => event === 'cart' || event === 'checkout'),
    ({ visitorId }) => visitorId,
  );
  const owners = new Map(codes.map(({ code, ownerPartnerId }) => [code, ownerPartnerId]));
  for (const { journey, code } of placed) {
    const partner = journey.credit && byId.get(journey.credit.member.partnerId);
    if (!journey.credit || !partner) continue;
    const { clickedMs, visitor, partnerId } = journey.credit.click;
    const delayMs = journey.orderedMs - clickedMs;
    const basketBefore = (baskets.get(visitor.visitorId) ?? []).some(
      ({ occurredMs }) => occurredMs < clickedMs && occurredMs >= clickedMs - 30 * MINUTE_MS,
    );
    const owner = code ? owners.get(code.code) : null;
    partner.conversions += 1;
    partner.fast += Number(delayMs > 0 && delayMs < 60 * SECOND_MS);
    partner.inCart += Number(basketBefore);
    partner.fresh += Number(journey.order.first);
    partner.othersCode += Number(Boolean(owner) && owner !== partnerId);
    partner.addresses.add(visitor.ipHash);
  }
  for (const { partnerId, referrer } of clicks) {
    const partner = byId.get(partnerId);
    if (!partner) continue;
    partner.clicks += 1;
    partner.ownReferrer += Number(referrer.includes(`//www.${partner.member.host}/`));
  }
  return [...byId.values()];
}

function emptyFigures(member: CastMember): Figures {
  const counts = { conversions: 0, fast: 0, inCart: 0, fresh: 0, othersCode: 0, clicks: 0, ownReferrer: 0 };
  return { member, ...counts, addresses: new Set() };
}
