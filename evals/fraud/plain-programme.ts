import type { ClickSketch, ConversionSketch, FraudInput } from '../../src/domain/fraud/sketch.ts';
import { TTC_BIN_COUNT, ttcBin } from '../../src/domain/fraud/ttc-bins.ts';
import type { Planted } from './planted.ts';
import type { SimulatedInput } from './programme-input.ts';
import { Random } from './random.ts';

const TYPES = ['content', 'coupon', 'cashback', 'influencer', 'email'] as const;
const MONTHS = 3;
const LAST_DAYS = ['2026-06-30', '2026-05-31', '2026-05-01'] as const;

/** One plain partner: what it is and its shares. */
interface Plain {
  planted: Planted;
  type: string;
  orders: number;
  fast: number;
  inCart: number;
  clicksPerOrder: number;
  engaged: number;
  evenDelays: boolean;
}

/**
 * A programme as a text book would draw it, straight into sketches: Pareto sizes, Beta shares, binomial
 * counts, three months, no strata. It shares no assumption with the detailed simulator but the planted kinds.
 */
export function simulatePlainInput(seed: number, partners: number, frauds: boolean): SimulatedInput {
  const random = new Random(seed * 7_919);
  const weight = random.logBetween(40, 800);
  const base = TYPES.map(() => ({
    fast: random.between(0.01, 0.05),
    inCart: random.between(0.02, 0.3),
    clicks: random.logBetween(8, 60),
  }));
  const input: FraudInput = {
    asOf: '2026-06-30T23:59:59.999Z',
    historyFrom: '2026-04-02',
    partners: [],
    conversions: [],
    clicks: [],
  };
  const planted = new Map<string, Planted>();
  for (let index = 1; index <= partners; index += 1) {
    const kind = random.whole(0, TYPES.length - 1);
    const means = base[kind] ?? { fast: 0.02, inCart: 0.05, clicks: 20 };
    const plain = bend(random, frauds ? random.uniform() : 1, {
      planted: 'honest',
      type: TYPES[kind] ?? 'content',
      orders: Math.min(8_000, Math.floor(8 * (1 - random.uniform()) ** (-1 / 1.1))),
      fast: random.beta(means.fast * weight, (1 - means.fast) * weight),
      inCart: random.beta(means.inCart * weight, (1 - means.inCart) * weight),
      clicksPerOrder: means.clicks * Math.exp(random.normal(0, 0.4)),
      engaged: random.beta(18, 2),
      evenDelays: false,
    });
    const partnerId = `q${index}`;
    planted.set(partnerId, plain.planted);
    input.partners.push({ partnerId, type: plain.type, buyers: null });
    for (const day of LAST_DAYS) {
      input.conversions.push(conversionsOf(random, partnerId, day, plain));
      input.clicks.push(clicksOf(random, partnerId, day, plain));
    }
  }
  return { input, planted };
}

function bend(random: Random, lot: number, honest: Plain): Plain {
  const enough = { ...honest, orders: Math.max(honest.orders, random.whole(30, 120)) };
  if (lot < 0.03) {
    const hijacked = random.between(0.25, 0.6);
    return { ...enough, planted: 'strong_hijacker', fast: hijacked + (1 - hijacked) * honest.fast };
  }
  if (lot < 0.05) {
    const poached = random.between(0.5, 0.9);
    return { ...enough, planted: 'poacher', inCart: poached + (1 - poached) * honest.inCart };
  }
  if (lot < 0.07) {
    const clicksPerOrder = honest.clicksPerOrder * random.logBetween(10, 50);
    return {
      ...honest,
      orders: random.whole(5, 60),
      planted: 'stuffer',
      clicksPerOrder,
      engaged: random.between(0, 0.1),
      evenDelays: true,
    };
  }
  return honest;
}

function conversionsOf(random: Random, partnerId: string, day: string, plain: Plain): ConversionSketch {
  const orders = Math.round(plain.orders / MONTHS + random.uniform() - 0.5);
  const ttcHistogram = new Array<number>(TTC_BIN_COUNT).fill(0);
  let [fast, tens, inCart, fastInCart] = [0, 0, 0, 0];
  for (let order = 0; order < orders; order += 1) {
    const waiting = random.chance(plain.inCart);
    const seconds = delay(random, plain);
    ttcHistogram[ttcBin(seconds)] = (ttcHistogram[ttcBin(seconds)] ?? 0) + 1;
    if (waiting) inCart += 1;
    if (seconds < 60) fast += 1;
    if (seconds < 10) tens += 1;
    if (seconds < 60 && waiting) fastInCart += 1;
  }
  const money = BigInt(orders) * 4_000_000n;
  return {
    partnerId,
    day,
    network: 'plain',
    device: '',
    customerType: '',
    currency: 'GBP',
    conversions: orders,
    timed: orders,
    notAfterClick: 0,
    underOneSecond: 0,
    underTenSeconds: tens,
    fast,
    clicksOnTens: Math.floor(orders / 10),
    clicksOnFifteens: Math.floor(orders / 15),
    ordersOnTens: Math.floor(orders / 10),
    ordersOnFifteens: Math.floor(orders / 15),
    ttcHistogram,
    ttcPairs: 0,
    ttcEqualPairs: 0,
    cartKnown: orders,
    inCart,
    cartTimed: orders,
    inCartTimed: inCart,
    fastCartKnown: fast,
    fastInCart,
    coded: 0,
    ownCode: 0,
    othersCode: 0,
    buyerKnown: 0,
    buyerRepeats: 0,
    addressKnown: 0,
    addressRepeats: 0,
    commissionMicros: money,
    fastCommissionMicros: BigInt(fast) * 4_000_000n,
    inCartCommissionMicros: BigInt(inCart) * 4_000_000n,
    fastOrInCartCommissionMicros: BigInt(fast + inCart - fastInCart) * 4_000_000n,
    othersCodeCommissionMicros: 0n,
  };
}

function delay(random: Random, plain: Plain): number {
  if (random.chance(plain.fast)) return random.between(1, 60);
  return plain.evenDelays ? random.between(3_600, 7 * 86_400) : 60 + random.exponential(5_400);
}

function clicksOf(random: Random, partnerId: string, day: string, plain: Plain): ClickSketch {
  const clicks = Math.round((plain.orders / MONTHS) * plain.clicksPerOrder);
  const engaged = Math.round(
    Math.min(
      clicks,
      Math.max(
        0,
        random.normal(clicks * plain.engaged, Math.sqrt(clicks * plain.engaged * (1 - plain.engaged))),
      ),
    ),
  );
  return {
    partnerId,
    day,
    clicks,
    visitorKnown: clicks,
    visitorRepeats: 0,
    engagementKnown: clicks,
    engaged,
    referrerGiven: 0,
    referrerCompared: 0,
    referrerForeign: 0,
    addressKnown: 0,
    burstClicks: 0,
    minuteBurstClicks: 0,
    agentKnown: 0,
    botAgents: 0,
    hours: Array.from({ length: 24 }, (_, hour) => Math.floor(clicks / 24) + (hour < clicks % 24 ? 1 : 0)),
  };
}
