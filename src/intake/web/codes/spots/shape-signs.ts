import { foldText } from '../../../../domain/text/fold-text.ts';
import type { Spot } from './spot.ts';

/** What a code looks like by itself. */
export function shapeSigns({ code, shape, masked, source }: Spot): string[] {
  const letters = (code.match(/\p{L}/gu) ?? []).length;
  const digits = (code.match(/\p{N}/gu) ?? []).length;
  const form = code
    .replaceAll(/\p{Lu}+/gu, 'A')
    .replaceAll(/\p{Ll}+/gu, 'a')
    .replaceAll(/\p{N}+/gu, '0')
    .slice(0, 12);
  return [
    `shape ${shape}`,
    `shape ${shape} ${source}`,
    `form ${form}`,
    `length ${Math.min(14, code.length)}`,
    `letters ${Math.min(8, letters)}`,
    `digits ${Math.min(6, digits)}`,
    ...(masked ? ['masked'] : []),
    ...(/[-_]/.test(code) ? ['joined'] : []),
    ...(/(?:5|0|OFF)$/i.test(code) && letters > 2 ? ['round end'] : []),
    ...(/^\p{Lu}\p{Ll}/u.test(code) ? ['like a name'] : []),
    ...(/[aeiouy]/i.test(code) ? [] : ['no vowel']),
    ...runs(code).map((run) => `run ${run}`),
  ];
}

/** Runs of three letters: what codes are made of. */
function runs(code: string): string[] {
  const word = ` ${foldText(code).replaceAll(/\d+/g, '0')} `.slice(0, 26);
  return Array.from({ length: Math.max(0, word.length - 2) }, (_, at) => word.slice(at, at + 3));
}
