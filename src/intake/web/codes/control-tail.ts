import { plainText } from './plain-text.ts';

const CONTROL_CHARACTERS_MAX = 160;
const HIDDEN = '[•●∙⦁*█▓░…]{1,20}';
const TAIL = new RegExp(`${HIDDEN}\\s?([\\p{L}\\p{N}-]{2,10})(?![\\p{L}\\p{N}])`, 'u');
const HEAD = /(?<![\p{L}\p{N}])([\p{Lu}\p{N}-]{2,10})[•●∙⦁*█▓░]{2,20}(?![\p{L}\p{N}])/u;

/** Whether a value is what the control beside it shows the end, or the beginning, of: `••••R20`, `FRESH***`; null when it shows neither. */
export function fitsTail(value: string, element: Element): boolean | null {
  const text = plainText(element, CONTROL_CHARACTERS_MAX);
  const code = value.toUpperCase();
  const end = TAIL.exec(text)?.[1];
  if (end !== undefined) return code.endsWith(end.toUpperCase());
  const begin = HEAD.exec(text)?.[1];
  return begin === undefined ? null : code.startsWith(begin);
}
