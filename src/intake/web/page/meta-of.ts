/** What a page's meta elements say, by name, property or itemprop in lower case; the first one of a name counts. */
export type PageMeta = ReadonlyMap<string, string>;

export function readMeta(document: Document): PageMeta {
  const meta = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const words = element.getAttribute('content')?.replaceAll(/\s+/g, ' ').trim();
    if (!words) continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && !meta.has(name)) meta.set(name, words);
    }
  }
  return meta;
}

/** The first of some meta elements that says something. @returns null when none does. */
export function metaOf(meta: PageMeta, names: readonly string[], charactersMax: number): string | null {
  for (const name of names) {
    const words = meta.get(name.toLowerCase());
    if (words) return words.slice(0, charactersMax);
  }
  return null;
}
