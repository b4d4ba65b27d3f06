import type { Chance } from '../../db/demo/chance.ts';
import { chanceOf } from '../../db/demo/chance.ts';
import type { TableCode } from '../../src/domain/coupons/code-match.ts';
import { alikeKey } from '../../src/domain/coupons/look-alikes.ts';
import { codeTable } from './code-table.ts';
import { DISGUISES } from './disguises.ts';

/** One sighting and what it means. */
export interface CouponCase {
  readonly observed: string;
  /** What was done to a code of the table; or what sort of decoy it is. */
  readonly kind: string;
  readonly way: string;
  /** The code that is meant beyond doubt; null when none is, or when several could be. */
  readonly means: string | null;
  /** Codes of which one is meant, when it cannot be told which. */
  readonly oneOf: readonly string[];
}

const key = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
const WORDS =
  'NEWSLETTER|Free delivery|Sale|Up to 50% off|Show code|20%|€10|SKU-48213|B07XJ8C8F5|4006381333931|utm_source=deals|UA-10427-3|Get deal|Black Friday|HOT SUMMER DEALS|Save 20% today|sk_live_4eC39HqLyjWD|2026-11-23|iPhone 15 Pro|•••••|click to reveal|Expired|N/A'.split(
    '|',
  );

/** Disguised codes of one half of a made-up table, and decoys of the other half, which the table does not hold. */
export function couponCases(
  tableSize: number,
  caseCount: number,
  seed: string,
): { table: TableCode[]; cases: CouponCase[] } {
  const chance = chanceOf(seed);
  const made = codeTable(tableSize * 2, chance);
  const table = made.slice(0, tableSize);
  const others = made.slice(tableSize).map(({ code }) => code);
  const keys = new Set(table.map(({ code }) => key(code)));
  const alike = countBy(table.map(({ code }) => alikeKey(key(code))));
  const unknown = others.filter((code) => !alike.has(alikeKey(key(code))));
  const cases: CouponCase[] = [];
  while (cases.length < caseCount) {
    const code = chance.pick(table).code;
    cases.push(
      chance.weighted([
        [() => disguised(code, alike, chance), 60],
        [() => masked(code, table, chance), 15],
        [() => decoy(chance.pick(unknown), keys, alike, table, chance), 25],
      ] as const)(),
    );
  }
  return { table, cases };
}

function disguised(code: string, alike: ReadonlyMap<string, number>, chance: Chance): CouponCase {
  const disguise = chance.pick(DISGUISES);
  const observed = disguise.put(code, chance);
  // What could be read as two codes of the table is no certain case.
  const isCertain = alike.get(alikeKey(key(code))) === 1 || !['look_alike', 'leet'].includes(disguise.kind);
  return { observed, kind: disguise.kind, way: disguise.name, means: isCertain ? code : null, oneOf: [code] };
}

const MASK_SIGNS = ['•', '*', '●', '█', '＊'];

function maskedText(text: string, chance: Chance): { shown: string; pattern: RegExp } {
  const hidden = Math.min(2 + chance.whole(3), text.length - 4);
  const from = chance.happens(0.5) ? text.length - hidden : 2 + chance.whole(text.length - hidden - 2);
  const sign = chance.pick(MASK_SIGNS);
  return {
    shown: text.slice(0, from) + sign.repeat(hidden) + text.slice(from + hidden),
    pattern: new RegExp(`^${text.slice(0, from)}.{${hidden}}${text.slice(from + hidden)}$`),
  };
}

function masked(code: string, table: readonly TableCode[], chance: Chance): CouponCase {
  const { shown, pattern } = maskedText(key(code), chance);
  const fitting = table.filter((each) => pattern.test(key(each.code))).map((each) => each.code);
  return {
    observed: shown,
    kind: 'mask',
    way: 'mask',
    means: fitting.length === 1 ? code : null,
    oneOf: fitting,
  };
}

function decoy(
  code: string,
  keys: ReadonlySet<string>,
  alike: ReadonlyMap<string, number>,
  table: readonly TableCode[],
  chance: Chance,
): CouponCase {
  const none = (observed: string, way: string): CouponCase => ({
    observed,
    kind: 'decoy',
    way,
    means: null,
    oneOf: [],
  });
  const ours = chance.pick(table).code;
  return chance.weighted([
    [() => none(chance.pick(DISGUISES).put(code, chance), 'another code'), 40],
    [() => none(chance.pick(WORDS), 'words'), 20],
    [
      () => {
        const other = slip(ours, chance);
        return alike.has(alikeKey(key(other))) ? none(code, 'another code') : none(other, 'one slip');
      },
      25,
    ],
    [
      () => {
        const { shown, pattern } = maskedText(key(code), chance);
        return [...keys].some((each) => pattern.test(each))
          ? none(code, 'another code')
          : none(shown, 'masked');
      },
      15,
    ],
  ] as const)();
}

/** One character changed, dropped or added: as likely another person's code as a slip. */
function slip(code: string, chance: Chance): string {
  const at = chance.whole(code.length);
  const sign = chance.pick([...'ABCDEFGHKMNPRUVWXY3479']);
  return chance.pick([
    code.slice(0, at) + sign + code.slice(at + 1),
    code.slice(0, at) + code.slice(at + 1),
    code.slice(0, at) + sign + code.slice(at),
  ]);
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
