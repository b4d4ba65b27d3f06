import type { TableCode } from './code-match.ts';
import { alikeKey } from './look-alikes.ts';
import { indexMasks, type MaskIndex } from './mask-index.ts';
import { SLIP_LENGTH_MIN } from './near-codes.ts';
import { normaliseCode } from './normalise-code.ts';
import { indexSlips, type SlipIndex } from './slip-index.ts';

/** The internal table, ready for many look-ups. */
export interface CodeIndex {
  readonly codes: readonly TableCode[];
  /** Normalised, beside `codes`. */
  readonly keys: readonly string[];
  readonly byText: ReadonlyMap<string, readonly number[]>;
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  readonly byAlike: ReadonlyMap<string, readonly number[]>;
  /** Over the look-alike keys. */
  readonly masks: MaskIndex;
  readonly slips: SlipIndex;
}

/** Reads a table once. A code that is in it twice is found twice and shown once. */
export function indexCodes(codes: readonly TableCode[]): CodeIndex {
  const keys = codes.map(({ code }) => normaliseCode(code));
  const alike = keys.map(alikeKey);
  // The largest part, made when the first sighting needs it.
  let slips: SlipIndex | null = null;
  return {
    codes,
    keys,
    byText: groupBy(codes.map(({ code }) => code)),
    byKey: groupBy(keys),
    byAlike: groupBy(alike),
    masks: indexMasks(alike),
    get slips() {
      slips ??= indexSlips(keys, SLIP_LENGTH_MIN);
      return slips;
    },
  };
}

function groupBy(names: readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  names.forEach((name, at) => {
    const group = groups.get(name);
    if (group) group.push(at);
    else groups.set(name, [at]);
  });
  return groups;
}
