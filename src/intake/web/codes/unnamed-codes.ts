import { codeShape } from '../../../domain/sightings/code-shape.ts';
import { plainText } from './plain-text.ts';
import { saysCopy, showsMore } from './reveal-words.ts';

const CONTROL_CHARACTERS_MAX = 80;
const VALUE = /^[\p{L}\p{N}](?:[\p{L}\p{N}]|-(?=[\p{L}\p{N}])){3,19}$/u;
/** Attributes that hold numbers of other kinds, or what a program does. */
const OTHER_NAME =
  /(?:^|[-_])(?:id|ids|uid|cid|pid|oid|mid|sku|ref|track\w*|campaign|network|merchant|program\w*|partner|affiliate|token|hash|key|nonce|csrf|gtm|ga\d?|event|category|action|position|slot|variant|test\w*|qa|cy|ab|version|build|type|status|state|target|toggle|controller|url|href|src|srcset|locale|lang|country|currency|date|time|index|name|label|method|template|theme|icon|color|size|role|for|site|session|model|product|item|order|zone|placement|brand|store|shop)(?:[-_]|$)/i;
const BACKWARDS = /(?:^|[-_])(?:rev|reversed?|backwards?)(?:[-_]|$)/i;
const PLAIN_NAMES = new Set(['title', 'value', 'aria-description', 'content', 'text', 'label']);
const ENDS = /(?:^|[\s…•.*])[…•.*]{0,6}([\p{L}\p{N}-]{2,6})$/u;

/**
 * A code that an attribute of any name holds, beside a control that shows or copies it: the one whose end the control shows, or
 * capitals with a number on the control itself, or on an element that is empty until it is styled or pressed.
 */
export function unnamedCode(element: Element, names: readonly string[]): string | null {
  const likely = names.filter(
    (name) =>
      (name.startsWith('data-') || PLAIN_NAMES.has(name)) &&
      !OTHER_NAME.test(name.replace(/^data-(?:bs-)?/, '')),
  );
  for (const name of likely) {
    const said = (element.getAttribute(name) ?? '').trim();
    const value = BACKWARDS.test(name) && said.length <= 20 ? [...said].reverse().join('') : said;
    if (!VALUE.test(value)) continue;
    const shape = codeShape(value);
    if (shape !== 'strong' && shape !== 'caps' && shape !== 'mixed') continue;
    const words = plainText(element, CONTROL_CHARACTERS_MAX);
    if (endsSo(words, value)) return value;
    const written = shape === 'strong' && /\p{L}{3}/u.test(value);
    const isEmpty =
      words === '' &&
      name.startsWith('data-') &&
      /^(?:SPAN|B|STRONG|P|DIV|I|EM|CODE)$/i.test(element.tagName);
    if (written && (isEmpty || saysCopy(words))) return value;
  }
  return null;
}

/** `Show code …R20` of `WINTER20`. */
function endsSo(words: string, value: string): boolean {
  const end = ENDS.exec(words);
  const tail = end?.[1] ?? '';
  return (
    tail.length >= 2 &&
    tail.length < value.length &&
    value.toUpperCase().endsWith(tail.toUpperCase()) &&
    showsMore(words.slice(0, end?.index ?? 0))
  );
}
