import type { SeenCode } from '../../../domain/sightings/seen-code.ts';
import { keyOf } from './candidate.ts';

/** A sighting before those of the same code are put together. */
export interface Sighted {
  readonly seen: SeenCode;
  /** 0: readers see it; 1: only scripts do; 2: nobody does. */
  readonly depth: 0 | 1 | 2;
  /** The markup names the shop. */
  readonly sureShop: boolean;
}

/**
 * One row a code and shop. What readers see decides; when any of it says that an offer is over, it is over. What only a script
 * holds adds what is not seen; what nobody sees never makes a code live.
 */
export function mergeCodes(all: readonly Sighted[]): SeenCode[] {
  const groups = new Map<string, Sighted[]>();
  for (const sighted of all) {
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
