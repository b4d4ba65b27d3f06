import type { Chance } from '../../db/demo/chance.ts';
import { TableCode } from '../../src/domain/coupons/code-match.ts';

const WORDS =
  'SAVE DEAL SUMMER WINTER SPRING AUTUMN VIP WELCOME HELLO FRIEND GIFT HOME STYLE FRESH EXTRA SUPER MEGA FLASH PARTY LOVE SHOP'.split(
    ' ',
  );
const NAMES =
  'ANNA MIA LENA SOPHIE EMMA LARA NINA JULIA TOM BEN MAX LEON PAUL FINN JONAS CHLOE JADE CAMILLE LUCIA PAULA MARTA ELENA GIULIA SOFIA'.split(
    ' ',
  );
const NUMBERS = [5, 7, 8, 10, 12, 15, 18, 20, 25, 30, 35, 40, 50];
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A made-up code as shops make them: word and number, name and number, two words, or random signs. */
function madeUpCode(chance: Chance): string {
  const signs = (length: number) => Array.from({ length }, () => chance.pick([...SIGNS])).join('');
  return chance.weighted([
    [() => `${chance.pick(WORDS)}${chance.pick(NAMES)}${chance.pick(NUMBERS)}`, 30],
    [() => `${chance.pick(NAMES)}-${chance.pick(WORDS)}-${chance.pick(NUMBERS)}`, 10],
    [() => `${chance.pick(WORDS)}${signs(4)}`, 20],
    [() => `${chance.pick(NAMES)}${chance.pick(WORDS)}${chance.whole(1_000)}`, 20],
    [() => signs(8 + chance.whole(4)), 20],
  ] as const)();
}

/** That many codes, each another one after normalising by eye (capitals, no hyphens). */
export function codeTable(size: number, chance: Chance): TableCode[] {
  const codes = new Map<string, string>();
  while (codes.size < size) {
    const code = madeUpCode(chance);
    codes.set(code.replaceAll('-', ''), code);
  }
  return [...codes.values()].map((code) =>
    TableCode.parse({ code, channel: 'influencer', owner: 'p1', allowed_publishers: ['p1'] }),
  );
}
