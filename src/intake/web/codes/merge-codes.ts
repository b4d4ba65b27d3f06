import { isMasked } from '../../../domain/sightings/code-shape.ts';
import type { SeenCode } from '../../../domain/sightings/seen-code.ts';
import { keyOf } from './candidate.ts';

/** A sighting before those of the same code are put together; `card` is what it shares with those beside it. */
export interface Sighted {
  readonly seen: SeenCode;
  readonly card: Element | null;
  /** 0: readers see it; 1: only scripts do; 2: nobody does. */
  readonly depth: 0 | 1 | 2;
  /** The markup names the shop. */
  readonly sureShop: boolean;
}

/**
 * One row a code and shop. What readers see decides; when any of it says that an offer is over, it is over. What only a script
 * holds adds what is not seen; what nobody sees never makes a code live. A masked code beside its own full one is left out.
 */
export function mergeCodes(all: readonly Sighted[]): SeenCode[] {
  const groups = new Map<string, Sighted[]>();
  for (const sighted of all) {
    if (sighted.seen.masked && all.some((other) => isShownOf(sighted, other))) continue;
    const key = keyOf(sighted.seen.code);
    groups.set(key, [...(groups.get(key) ?? []), sighted]);
  }
  return [...groups.values()].flatMap((group) => byShop(group).map(together));
}

/** Sightings of one code for different shops apart, where the markup names them; all others go with the first. */
function byShop(group: readonly Sighted[]): Sighted[][] {
  const seen = group.filter(({ depth }) => depth < 2);
  const shops = Map.groupBy(seen.length > 0 ? seen : group, ({ seen: { merchant }, sureShop }) =>
    sureShop ? (merchant ?? '').toLowerCase() : '',
  );
  const unnamed = shops.get('') ?? [];
  shops.delete('');
  const [first = [], ...rest] = shops.values();
  return [[...first, ...unnamed], ...rest];
}

function together(group: readonly Sighted[]): SeenCode {
  const sorted = [...group].sort(
    (one, other) => one.depth - other.depth || Number(other.sureShop) - Number(one.sureShop),
  );
  const rows = sorted.map(({ seen }) => seen);
  const first = <Key extends 'merchant' | 'discount' | 'terms' | 'expires'>(key: Key): SeenCode[Key] | null =>
    rows.find((row) => row[key] !== null)?.[key] ?? null;
  const [best] = rows;
  if (!best) throw new Error('a group has a sighting');
  const looked = sorted.filter(({ depth }) => depth < 2);
  return {
    ...best,
    merchant: first('merchant'),
    discount: first('discount'),
    terms: first('terms'),
    expires: first('expires'),
    masked: rows.every(({ masked }) => masked),
    retired: looked.length === 0 || looked.some(({ seen }) => seen.retired),
  };
}

/** Whether a masked code is part of a full one that stands in the same card. */
function isShownOf({ seen, card }: Sighted, other: Sighted): boolean {
  if (other.seen.masked || card === null || other.card !== card) return false;
  const full = keyOf(other.seen.code);
  const parts = keyOf(seen.code).split(/[^\p{L}\p{N}]+/u);
  if (!isMasked(seen.code)) return full.endsWith(keyOf(seen.code)) && full !== keyOf(seen.code);
  return full.startsWith(parts[0] ?? '') && full.endsWith(parts.at(-1) ?? '');
}
