import { type Mask, maskTest } from './read-mask.ts';

/** Which keys of a table fit a mask; looks at few of them. */
export interface MaskIndex {
  /**
   * The keys that fit, by their place in the table.
   *
   * @param most - stop here; more are not told apart by the mask anyway.
   */
  fitting(mask: Mask, most: number): number[];
}

/** Reads the keys when the first mask comes, since most tables are asked without any. */
export function indexMasks(keys: readonly string[]): MaskIndex {
  let byPair: ReadonlyMap<number, readonly number[]> | null = null;
  let byLength: ReadonlyMap<number, readonly number[]> | null = null;
  let forward: Sorted | null = null;
  let backward: Sorted | null = null;

  const near = ({ pieces, gaps }: Mask): readonly number[] => {
    if (gaps.every((gap) => gap !== null)) {
      const { length, pairs } = placesOf(pieces, gaps);
      if (pairs.length === 0) {
        byLength ??= groupBy(keys, (key) => [key.length]);
        return byLength.get(length) ?? [];
      }
      byPair ??= groupBy(keys, pairsOf);
      const groups = byPair;
      return narrowest(pairs.map(([at, one, two]) => groups.get(pairKey(length, at, one, two)) ?? []));
    }
    const first = pieces[0] ?? '';
    const last = pieces.at(-1) ?? '';
    const ranges: (readonly number[])[] = [];
    if (first !== '') {
      forward ??= sortedBy(keys);
      ranges.push(startingWith(forward, first));
    }
    if (last !== '') {
      backward ??= sortedBy(keys.map(reversed));
      ranges.push(startingWith(backward, reversed(last)));
    }
    return ranges.length > 0 ? narrowest(ranges) : [...keys.keys()];
  };

  return {
    fitting(mask, most) {
      const fits = maskTest(mask);
      const found: number[] = [];
      for (const at of near(mask)) {
        if (!fits(keys[at] ?? '')) continue;
        found.push(at);
        if (found.length >= most) break;
      }
      return found.sort((one, other) => one - other);
    },
  };
}

/** Where two shown characters stand side by side in a code of which the length is known. */
function placesOf(pieces: readonly string[], gaps: readonly (number | null)[]) {
  const pairs: (readonly [number, number, number])[] = [];
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    for (let place = 0; place + 1 < piece.length; place++)
      pairs.push([at + place, piece.charCodeAt(place), piece.charCodeAt(place + 1)]);
    at += piece.length + (gaps[index] ?? 0);
  }
  return { length: at, pairs };
}

function* pairsOf(key: string): Iterable<number> {
  for (let at = 0; at + 1 < key.length; at++)
    yield pairKey(key.length, at, key.charCodeAt(at), key.charCodeAt(at + 1));
}

/** One number for a length, a place and the two characters there. Others may share it: what is found is tested anyway. */
const pairKey = (length: number, at: number, one: number, two: number): number =>
  (((length & 63) * 64 + (at & 63)) * 64 + (one & 63)) * 64 + (two & 63);

function groupBy(keys: readonly string[], namesOf: (key: string) => Iterable<number>): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  keys.forEach((key, at) => {
    for (const name of namesOf(key)) {
      const group = groups.get(name);
      if (group) group.push(at);
      else groups.set(name, [at]);
    }
  });
  return groups;
}

const narrowest = (groups: readonly (readonly number[])[]): readonly number[] =>
  groups.reduce((least, group) => (group.length < least.length ? group : least));

interface Sorted {
  readonly texts: readonly string[];
  readonly places: readonly number[];
}

function sortedBy(texts: readonly string[]): Sorted {
  const places = [...texts.keys()].sort((one, other) => {
    const left = texts[one] ?? '';
    const right = texts[other] ?? '';
    return left < right ? -1 : left > right ? 1 : 0;
  });
  return { texts: places.map((at) => texts[at] ?? ''), places };
}

function startingWith({ texts, places }: Sorted, start: string): readonly number[] {
  const from = firstPlace(texts, start);
  return places.slice(from, firstPlace(texts, `${start}\uffff`));
}

/** The first place whose text is not before `text`. */
function firstPlace(texts: readonly string[], text: string): number {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((texts[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

const reversed = (text: string): string => [...text].reverse().join('');
