import { plainText } from './plain-text.ts';

const CONTROL_CHARACTERS_MAX = 160;
const TAIL = /[•●∙⦁*█▓░…]{1,20}\s?([\p{L}\p{N}-]{2,10})(?![\p{L}\p{N}])/u;

/** Whether a value ends as what the control beside it shows of the code: `••••R20`; null when it shows no end. */
export function fitsTail(value: string, element: Element): boolean | null {
  const shown = TAIL.exec(plainText(element, CONTROL_CHARACTERS_MAX))?.[1];
  return shown === undefined ? null : value.toUpperCase().endsWith(shown.toUpperCase());
}
