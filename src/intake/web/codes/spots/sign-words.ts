import { foldText } from '../../../../domain/text/fold-text.ts';

/** Words, and the marks that tell something beside a code. */
const WORD = /[\p{L}\p{N}]+(?:[’'][\p{L}]+)?|[%€$£¥₽:=→>»(),.!?;|"“”„«#@/+–—-]/gu;

/** A text as words and marks, folded, all numbers alike. */
export const tokens = (text: string): string[] =>
  foldText(text.replaceAll(/\p{N}+/gu, '0')).match(WORD) ?? [];

/** The words that names of classes and attributes are made of. */
export const nameWords = (names: string): string[] =>
  foldText(names.replaceAll(/([a-z])([A-Z])/g, '$1 $2'))
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2);
