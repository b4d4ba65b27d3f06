import { type Behaviour, honestBehaviour, oddBehaviour, plantedBehaviour } from './behaviour.ts';
import { DAY_MS, SOURCE_END_MS, SOURCE_START_MS } from './calendar.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Country } from './name-words.ts';
import { ODDITIES, type Oddity } from './oddities.ts';
import { nameMaker } from './partner-name.ts';
import { PARTNER_TYPES, type PartnerType, traitsOf } from './partner-traits.ts';
import { PLANTED, type PlantedGroup } from './planted.ts';

export type Network = 'awin' | 'cj' | 'impact' | 'direct';

/** One simulated partner: who it says it is, and how it behaves. */
export interface CastMember {
  readonly partnerId: string;
  readonly name: string;
  readonly host: string;
  readonly email: string;
  readonly type: PartnerType;
  readonly country: Country;
  readonly network: Network;
  readonly currency: 'GBP' | 'EUR';
  readonly joinedMs: number;
  readonly status: 'active' | 'pending' | 'blocked' | 'offboarded';
  readonly keyAccount: boolean;
  readonly rateBps: number;
  /** The rate before the last change, and when it changed (source time); null when it never did. */
  readonly formerRate: { readonly rateBps: number; readonly untilMs: number } | null;
  readonly behaviour: Behaviour;
  /** Null for honest partners. */
  readonly planted: PlantedGroup | null;
  readonly takesLargeOrders: boolean;
  readonly oddity: Oddity | null;
}

interface Part {
  readonly type: PartnerType;
  readonly behaviour: Behaviour;
  readonly planted: PlantedGroup | null;
  readonly takesLargeOrders: boolean;
  readonly oddity: Oddity | null;
}

const FIRST_PARTNER_NUMBER = 1001;
const KEY_ACCOUNTS = 10;
const EURO_PARTNERS = 6;
/** What partners with the largest orders were granted on top of their type's rate. */
const SPECIAL_RATE_BPS = 200;
const EURO_COUNTRIES: ReadonlySet<Country> = new Set(['DE', 'FR', 'NL', 'ES', 'IT']);

/** All partners, in an order that says nothing about their honesty. */
export function makeCast(): CastMember[] {
  const chance = chanceOf('cast');
  const nameOf = nameMaker(chance);
  let keyAccountsLeft = KEY_ACCOUNTS;
  let euroLeft = EURO_PARTNERS;
  return chance.shuffled(parts(chance)).map((part, index) => {
    const named = nameOf(part.type);
    const steady = part.planted === null && part.behaviour.conversions >= 20;
    const keyAccount = steady && part.oddity === null && keyAccountsLeft > 0 && chance.happens(0.25);
    if (keyAccount) keyAccountsLeft -= 1;
    const inEuro = part.planted === null && EURO_COUNTRIES.has(named.country) && euroLeft > 0;
    if (inEuro) euroLeft -= 1;
    const sells = part.behaviour.conversions > 0;
    return {
      ...part,
      ...named,
      ...rateOf(part, chance),
      partnerId: `P${FIRST_PARTNER_NUMBER + index}`,
      network: inEuro ? 'awin' : networkOf(part, chance),
      currency: inEuro ? 'EUR' : 'GBP',
      joinedMs: joinedOf(sells, chance),
      status: statusOf(sells, chance),
      keyAccount,
    };
  });
}

function parts(chance: Chance): Part[] {
  const planted = PLANTED.flatMap((group) =>
    group.types.map((type, index) => ({
      type,
      behaviour: plantedBehaviour(traitsOf(type), group, chance),
      planted: group,
      takesLargeOrders: index >= group.types.length - (group.largeOrders ?? 0),
      oddity: null,
    })),
  );
  const odd = ODDITIES.map((oddity) => ({
    ...honestPart(oddity.type, oddBehaviour(traitsOf(oddity.type), oddity, chance)),
    oddity,
  }));
  const honest = PARTNER_TYPES.flatMap((type) => {
    const traits = traitsOf(type);
    return (['steady', 'occasional'] as const).flatMap((kind) =>
      Array.from({ length: traits[kind][0] }, () => honestPart(type, honestBehaviour(traits, kind, chance))),
    );
  });
  return [...planted, ...odd, ...honest];
}

function honestPart(type: PartnerType, behaviour: Behaviour): Part {
  return { type, behaviour, planted: null, takesLargeOrders: false, oddity: null };
}

function rateOf(part: Part, chance: Chance): Pick<CastMember, 'rateBps' | 'formerRate'> {
  const [low, high] = traitsOf(part.type).rateBps;
  const agreedBps = Math.round(chance.between(low, high) / 50) * 50;
  const rateBps = agreedBps + (part.takesLargeOrders ? SPECIAL_RATE_BPS : 0);
  const changed = part.behaviour.conversions >= 20 && chance.happens(0.15);
  const untilMs = SOURCE_START_MS + chance.whole(60) * DAY_MS;
  return { rateBps, formerRate: changed ? { rateBps: rateBps - 50, untilMs } : null };
}

function networkOf(part: Part, chance: Chance): Network {
  if (part.oddity?.minuteStamps) return 'direct';
  const direct = part.type === 'influencer' || part.type === 'other' ? 16 : part.type === 'content' ? 5 : 0;
  return chance.weighted([
    ['awin', 46],
    ['cj', 24],
    ['impact', 24],
    ['direct', direct],
  ]);
}

/** Whoever sells joined before the extract begins; some of the others joined during it. */
function joinedOf(sells: boolean, chance: Chance): number {
  const latestMs = sells ? SOURCE_START_MS - 45 * DAY_MS : SOURCE_END_MS - 10 * DAY_MS;
  return latestMs - Math.floor(chance.unit() ** 1.6 * 1_500) * DAY_MS - chance.whole(DAY_MS / 1_000) * 1_000;
}

function statusOf(sells: boolean, chance: Chance): CastMember['status'] {
  if (sells) return 'active';
  return chance.weighted([
    ['active', 88],
    ['pending', 5],
    ['blocked', 3],
    ['offboarded', 4],
  ]);
}
