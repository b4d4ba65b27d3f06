import { type CastMember, makeCast } from './cast.ts';
import leakTruth from './coupon-pages/leaks-truth.json' with { type: 'json' };
import mailTruth from './inbox/mails-truth.json' with { type: 'json' };
import type { FraudFamily, PlantedRole } from './planted.ts';

/** What was planted in the demo programme. For evals only: nothing in the product may read it. */
export interface DemoTruth {
  readonly note: string;
  /** By partner id. */
  readonly planted: Readonly<Record<string, PlantedTruth>>;
  /** Honest partners that look odd, by partner id. Every partner named in neither is simply honest. */
  /** What the demo's mails want, by key. */
  readonly inbox: Readonly<Record<string, MailTruth>>;
  /** By address of the page: which codes stand on it, and what the coupon watch should make of each. */
  readonly leaks: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;
  readonly odd: Readonly<Record<string, { readonly name: string; readonly why: string }>>;
}

export interface MailTruth {
  readonly intent: string;
  readonly language: string;
  readonly mustGoToHuman: boolean;
  /** It gives orders to the machine that reads it. */
  readonly injection?: boolean;
}

export interface PlantedTruth {
  readonly role: PlantedRole;
  readonly strength: 'strong' | 'weak';
  readonly families: readonly FraudFamily[];
  /** Too few orders to be told: to be answered `insufficient`. */
  readonly thin: boolean;
}

const THIN_BELOW_CONVERSIONS = 20;

/** The truth as `truth.json` keeps it; a test compares the two. */
export function demoTruth(): DemoTruth {
  const cast = makeCast();
  return {
    inbox: mailTruth,
    leaks: leakTruth.pages,
    note: 'Planted by the demo generator. For evals only; nothing in the product reads it.',
    planted: Object.fromEntries(
      cast.flatMap((member) =>
        member.planted ? [[member.partnerId, plantedTruth(member, member.planted)]] : [],
      ),
    ),
    odd: Object.fromEntries(
      cast.flatMap(({ partnerId, oddity }) =>
        oddity ? [[partnerId, { name: oddity.name, why: oddity.why }]] : [],
      ),
    ),
  };
}

function plantedTruth(member: CastMember, planted: NonNullable<CastMember['planted']>): PlantedTruth {
  const { role, strength, families } = planted;
  return { role, strength, families, thin: member.behaviour.conversions < THIN_BELOW_CONVERSIONS };
}
