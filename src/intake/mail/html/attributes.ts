import { decodeHTMLAttribute } from 'entities';

const ATTRIBUTE = /([a-zA-Z][\w:-]{0,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const FLAG = /(?:^|\s)hidden(?=\s|\/|$)/i;

/**
 * A tag's attributes, names in lower case, values with entities decoded. The first of a name counts.
 *
 * @param text - what stands between the tag's name and its `>`.
 */
export function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!text.includes('=') && !FLAG.test(text)) return found;
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, decodeHTMLAttribute(double ?? single ?? bare ?? ''));
  }
  if (!found.has('hidden') && FLAG.test(text)) found.set('hidden', '');
  return found;
}
