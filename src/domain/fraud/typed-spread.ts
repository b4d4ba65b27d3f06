import { robustSpread } from '../statistics/robust-spread.ts';

export interface TypedValue {
  readonly type: string;
  readonly value: number;
}

export interface Spread {
  readonly centre: number;
  readonly spread: number;
}

/**
 * Median and robust spread of a figure within each partner type; a type with fewer than `partnersMin`
 * values takes those of all partners, and with fewer of those nothing can be said.
 */
export function typedSpread(
  values: readonly TypedValue[],
  partnersMin: number,
): (type: string) => Spread | null {
  const spreadOf = (group: readonly TypedValue[]) =>
    group.length < partnersMin ? null : robustSpread(group.map(({ value }) => value));
  const all = spreadOf(values);
  const own = new Map(
    [...Map.groupBy(values, ({ type }) => type)].map(([type, group]) => [type, spreadOf(group)]),
  );
  return (type) => own.get(type) ?? all;
}
