import type { TableCode } from './code-match.ts';
import { alikeKey } from './look-alikes.ts';
import { withoutOne } from './near-codes.ts';
import { normaliseCode } from './normalise-code.ts';

/** Codes shorter than this are not compared by slips: everything is one slip away from them. */
export const SLIP_LENGTH_MIN = 5;
const EDGE = 2;

/** The internal table, ready for many look-ups. */
export interface CodeIndex {
  readonly codes: readonly TableCode[];
  /** Normalised, beside `codes`. */
  readonly keys: readonly string[];
  readonly byText: ReadonlyMap<string, readonly number[]>;
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  readonly byAlike: ReadonlyMap<string, readonly number[]>;
  /** First two and last two characters of a key, for masks. */
  readonly byStart: ReadonlyMap<string, readonly number[]>;
  readonly byEnd: ReadonlyMap<string, readonly number[]>;
  /** The key with one character left out, for slips. */
  readonly byRest: ReadonlyMap<string, readonly number[]>;
}

/** Reads a table once. A code that is in it twice is found twice and shown once. */
export function indexCodes(codes: readonly TableCode[]): CodeIndex {
  const keys = codes.map(({ code }) => normaliseCode(code));
  return {
    codes,
    keys,
    byText: groupBy(codes.map(({ code }) => code)),
    byKey: groupBy(keys),
    byAlike: groupBy(keys.map(alikeKey)),
    byStart: groupBy(keys.map((key) => key.slice(0, EDGE))),
    byEnd: groupBy(keys.map((key) => key.slice(-EDGE))),
    byRest: groupByMany(keys.map((key) => (key.length < SLIP_LENGTH_MIN ? [] : withoutOne(key)))),
  };
}

function groupBy(names: readonly string[]): Map<string, number[]> {
  return groupByMany(names.map((name) => [name]));
}

function groupByMany(names: readonly (readonly string[])[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  names.forEach((each, at) => {
    for (const name of each) {
      const group = groups.get(name);
      if (group) group.push(at);
      else groups.set(name, [at]);
    }
  });
  return groups;
}
