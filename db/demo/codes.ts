import { DAY_MS, SOURCE_END_MS, SOURCE_START_MS } from './calendar.ts';
import type { CastMember } from './cast.ts';
import { type Chance, chanceOf } from './chance.ts';

export type CodeKind = 'public' | 'newsletter' | 'staff' | 'influencer' | 'partner-exclusive';

/** One discount code; exactly one of percent and amount is given. */
export interface DemoCode {
  readonly code: string;
  readonly kind: CodeKind;
  readonly ownerPartnerId: string | null;
  readonly percentOff: number | null;
  /** Decimal text in GBP, off the whole order. */
  readonly amountOff: string | null;
  readonly startsMs: number;
  /** Null while it runs on. */
  readonly endsMs: number | null;
}

const STARTS_MS = SOURCE_START_MS - 60 * DAY_MS;
const EXCLUSIVE_TYPES: ReadonlySet<string> = new Set([
  'coupon',
  'cashback',
  'loyalty',
  'email',
  'browser_extension',
]);
const EXPIRED = { endsMs: SOURCE_START_MS - 10 * DAY_MS };

const HOUSE_CODES: readonly DemoCode[] = [
  house('AUTUMN10', 'public', 10),
  house('TEATIME5', 'public', 5),
  { ...house('FIVEOFF', 'public', null), amountOff: '5.00' },
  { ...house('HELLO10', 'public', 10), ...EXPIRED },
  { ...house('GIFTWRAP15', 'public', 15), startsMs: SOURCE_END_MS - 40 * DAY_MS },
  house('LETTER10', 'newsletter', 10),
  house('LETTER15', 'newsletter', 15),
  { ...house('SUMMERPOST', 'newsletter', 12), ...EXPIRED },
  house('STAFF25', 'staff', 25),
  house('FAMILY20', 'staff', 20),
];

/** The shop's own codes and those of partners: influencers' names, exclusives of coupon and like partners. */
export function makeCodes(cast: readonly CastMember[]): DemoCode[] {
  const chance = chanceOf('codes');
  const taken = new Set(HOUSE_CODES.map(({ code }) => code));
  const owned = cast.flatMap((member): DemoCode[] => {
    const influencer = member.type === 'influencer' && chance.happens(0.6);
    const exclusive = EXCLUSIVE_TYPES.has(member.type) && chance.happens(0.4);
    if (member.behaviour.conversions === 0 || !(influencer || exclusive)) return [];
    const percentOff = chance.pick([10, 10, 12, 15]);
    const code = freeCode(member.name, percentOff, taken);
    const kind = influencer ? 'influencer' : 'partner-exclusive';
    return [{ ...house(code, kind, percentOff), ownerPartnerId: member.partnerId }];
  });
  return [...HOUSE_CODES, ...owned];
}

/** Picks the code an order was placed with; null for most. */
export function codePicker(
  codes: readonly DemoCode[],
): (member: CastMember | null, orderedMs: number, chance: Chance) => DemoCode | null {
  const byOwner = new Map(codes.map((code) => [code.ownerPartnerId, code]));
  const owned = codes.filter((code) => code.ownerPartnerId !== null);
  const ofKind = (kind: CodeKind) => codes.filter((code) => code.kind === kind);
  const [open, letters, staff] = [ofKind('public'), ofKind('newsletter'), ofKind('staff')];

  return (member, orderedMs, chance) => {
    const running = (list: readonly DemoCode[]) =>
      list.filter((code) => code.startsMs <= orderedMs && (code.endsMs === null || code.endsMs > orderedMs));
    if (member && chance.happens(member.planted?.othersCodesShare ?? 0)) {
      return chance.pick(owned.filter((code) => code.ownerPartnerId !== member.partnerId));
    }
    const own = member ? byOwner.get(member.partnerId) : undefined;
    const from = chance.weighted<readonly DemoCode[]>([
      [own ? [own] : [], 34],
      [running(open), member?.type === 'coupon' ? 16 : 5],
      [running(letters), member?.type === 'email' ? 16 : member === null ? 6 : 1],
      [staff, member === null ? 0.8 : 0.1],
      [owned, 0.6],
      [[], 60],
    ]);
    return from.length === 0 ? null : chance.pick(from);
  };
}

function house(code: string, kind: CodeKind, percentOff: number | null): DemoCode {
  return { code, kind, ownerPartnerId: null, percentOff, amountOff: null, startsMs: STARTS_MS, endsMs: null };
}

/** First word of the partner's name with the percentage: "Maisie Thornbury", 10 → MAISIE10. */
function freeCode(name: string, percentOff: number, taken: Set<string>): string {
  const words = name
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^A-Z ]/g, '')
    .split(' ');
  for (let length = 1; length <= words.length; length += 1) {
    const code = `${words.slice(0, length).join('')}${percentOff}`;
    if (taken.has(code)) continue;
    taken.add(code);
    return code;
  }
  throw new Error(`two partners share the name ${name}`);
}
