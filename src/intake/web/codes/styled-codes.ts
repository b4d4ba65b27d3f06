import { codeShape } from '../../../domain/sightings/code-shape.ts';

const STYLES_MAX = 40;
const CHARACTERS_MAX = 1_000_000;
const CONTENT =
  /([.#][\w-]{1,60})\s?::?(?:after|before)\s?\{[^{}]{0,400}?content\s?:\s?["']([\p{L}\p{N}-]{4,24})["']/gu;

/** What style sheets write into elements, when it is written like a code: the class or id, with its dot or hash, and the code. */
export function styledCodes(document: Document): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const style of [...document.querySelectorAll('style')].slice(0, STYLES_MAX)) {
    const text = (style.textContent ?? '').slice(0, CHARACTERS_MAX);
    if (!text.includes('content')) continue;
    for (const { 1: selector = '', 2: code = '' } of text.matchAll(CONTENT))
      if (codeShape(code) === 'strong') found.set(selector, code);
  }
  return found;
}

/** The code that the page's style writes into an element. */
export function styledCode(styled: ReadonlyMap<string, string>, element: Element): string | null {
  if (styled.size === 0) return null;
  const id = styled.get(`#${element.getAttribute('id') ?? ''}`);
  if (id !== undefined) return id;
  const names = (element.getAttribute('class') ?? '').split(/\s+/);
  return names.map((name) => styled.get(`.${name}`)).find((code) => code !== undefined) ?? null;
}
