const ELEMENTS_MAX = 5_000;
const SCRIPTS_MAX = 200;
const SCRIPT_CHARACTERS_MAX = 1_000_000;
const IDS_MAX = 20_000;
/** A record's own number or name in a page's state, also where the state is text in a text. */
const RECORD = /\\{0,3}"(?:_?id|uuid|guid|slug|key|[a-z]{2,20}_?id)\\{0,3}"\s?:\s?\\{0,3}"?([\w-]{3,40})/gi;

/** What a page calls its own elements and records, in upper case: such a value in an attribute is no code. */
export function pageIds(document: Document): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const element of [...document.querySelectorAll('[id]')].slice(0, ELEMENTS_MAX)) {
    const id = (element.getAttribute('id') ?? '').toUpperCase();
    for (const part of [id, ...id.split(/[-_]/)]) if (part.length >= 3 && part.length <= 40) ids.add(part);
  }
  for (const script of [...document.querySelectorAll('script:not([src])')].slice(0, SCRIPTS_MAX)) {
    const text = (script.textContent ?? '').slice(0, SCRIPT_CHARACTERS_MAX);
    for (const [, id = ''] of text.matchAll(RECORD)) {
      if (ids.size > IDS_MAX) return ids;
      ids.add(id.toUpperCase());
    }
  }
  return ids;
}
